import { buildConfiguration } from '../configuration/build-configuration.js';
import { noRates } from '../money/rates.js';
import { at } from '../testing/clock-time.js';
import { answerKpi } from './answer.js';
import { parseAsking } from './asking.js';
import type { Kpi } from './kpi.js';
import { leadsCreated } from './leads-created.kpi.js';
import { waitingNow } from './waiting-now.kpi.js';

const configuration = buildConfiguration([]);

const headOf = (kpi: Kpi, params: Readonly<Record<string, string>>) => {
  const parsed = parseAsking(kpi, params, { configuration, now: at('2026-11-05T12:00:00Z') });
  if (!parsed.ok) throw new Error(parsed.problem);
  const { groups: _groups, ...head } = answerKpi(kpi, parsed.asking, [], { configuration, rates: noRates });
  return head;
};

describe('the head of an answer', () => {
  it('names the KPI, its unit, and the instants in UTC', () => {
    expect(headOf(leadsCreated, { from: '2026-11-02T09:00:00+01:00', to: '2026-11-03T00:00:00Z' })).toEqual({
      kpi: 'leads-created',
      version: 1,
      unit: 'leads',
      as_of: '2026-11-05T12:00:00.000Z',
      from: '2026-11-02T08:00:00.000Z',
      to: '2026-11-03T00:00:00.000Z',
    });
  });

  it('has no window for all time and for a stock', () => {
    expect(headOf(leadsCreated, {})).toMatchObject({ from: null, to: null });
    expect(headOf(waitingNow, { window: '7d' })).toMatchObject({ from: null, to: null });
  });

  it('says by when it was known only to who asked for that', () => {
    expect(headOf(leadsCreated, { known_at: '2026-11-04T00:00:00Z' })).toMatchObject({
      as_of: '2026-11-04T00:00:00.000Z',
      known_at: '2026-11-04T00:00:00.000Z',
    });
    expect(headOf(leadsCreated, {})).not.toHaveProperty('known_at');
  });
});
