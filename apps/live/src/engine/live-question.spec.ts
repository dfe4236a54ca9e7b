import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import { parseAsking } from '@leadclock/domain/kpi/asking.js';
import { kpiNamed } from '@leadclock/domain/kpi/catalogue.js';
import type { Kpi } from '@leadclock/domain/kpi/kpi.js';
import { noRates } from '@leadclock/domain/money/rates.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { waitingShare, waitingShareOfBefore, waitingShareOfHalf, waitingShareOfOld } from '../testing/story-formulas.js';
import { canBeLive } from './live-question.js';

const configuration = buildConfiguration([]);

function canBe(asked: Kpi | string, params: Readonly<Record<string, string>>, now = at('12:00')): boolean {
  const kpi = typeof asked === 'string' ? kpiNamed(asked) : asked;
  if (kpi === null) throw new Error('there is no such KPI');
  const parsed = parseAsking(kpi, params, { configuration, now });
  if (!parsed.ok) throw new Error(parsed.problem);
  return canBeLive(kpi, parsed.asking, { configuration, rates: noRates });
}

describe('what can be live', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['lead-response-time', { window: '90d', by: 'rep' }],
    ['leads-created', { window: 'today' }],
    ['leads-created', {}],
    ['waiting-now', { rep: 'ana' }],
  ])('is %s with %j: it is of the present instant', (kpi, params) => {
    expect(canBe(kpi, params)).toBe(true);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['leads-created', { from: '2026-11-01' }],
    ['leads-created', { from: '2026-11-01', to: '2026-11-02' }],
    ['waiting-now', { known_at: '2026-11-02T09:00:00Z' }],
  ])('is not %s with %j: it does not move with the clock, or speaks of what was known', (kpi, params) => {
    expect(canBe(kpi, params)).toBe(false);
  });

  it('is a formula whose parts all are of the present', () => {
    expect(canBe(waitingShare, { window: '7d' })).toBe(true);
    expect(canBe(waitingShare, {})).toBe(true);
    expect(canBe(waitingShare, { from: '2026-11-01' })).toBe(false);
  });

  it('is a formula with a part of another instant, if that keeps its distance from the present or from the bounds of its window', () => {
    expect(canBe(waitingShareOfBefore, { window: '7d' })).toBe(true);
    expect(canBe(waitingShareOfBefore, { window: 'today' })).toBe(true);
    expect(canBe(waitingShareOfBefore, { window: 'year' }, at('2026-01-01T00:00:00Z'))).toBe(true);
  });

  it('is no formula with a part that stands still or goes at a pace of its own, not even at the moment at which it is of the present', () => {
    expect(canBe(waitingShareOfOld, { window: 'today' })).toBe(false);
    expect(canBe(waitingShareOfOld, { window: 'today' }, at('08:00'))).toBe(false);
    expect(canBe(waitingShareOfHalf, { window: 'month' })).toBe(false);
    expect(canBe(waitingShareOfHalf, { window: '7d' })).toBe(true);
  });
});
