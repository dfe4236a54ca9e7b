import { readdirSync } from 'node:fs';
import { busyWeeks } from '../testing/busy-weeks.js';
import { at } from '../testing/clock-time.js';
import { knownFrom } from '../testing/known-facts.js';
import { answerKpi } from './answer.js';
import { parseAsking } from './asking.js';
import { aggregateNamed, kpiNamed, kpis } from './catalogue.js';
import type { Kpi, Unit } from './kpi.js';

const files = readdirSync('libs/domain/src/kpi').filter((file) => file.endsWith('.kpi.ts'));
const units: readonly Unit[] = ['s', 'ratio', 'times', 'money', 'money/day', 'points', 'leads', 'deals', 'touchpoints', 'touches'];
const directions: readonly Kpi['better'][] = ['less', 'more', 'neither'];

describe('the catalogue', () => {
  it('holds every KPI that has a file, under the name of its file', () => {
    expect(kpis.map(({ name }) => `${name}.kpi.ts`).toSorted()).toEqual(files.toSorted());
  });

  it('says of each in what it is measured, which way is better and which edition it is', () => {
    for (const kpi of kpis) {
      expect(units).toContain(kpi.unit);
      expect(directions).toContain(kpi.better);
      expect(kpi.version).toBeGreaterThanOrEqual(1);
    }
  });

  it('says of each whether it asks for exchange rates, and no other does', () => {
    const known = knownFrom(busyWeeks.flatMap(({ events }) => events));
    const asOf = at('mon+3 12:00');
    const asks = (kpi: Kpi, params: Readonly<Record<string, string>>): boolean => {
      let asked = false;
      const rateOn = (): null => {
        asked = true;
        return null;
      };
      const parsed = parseAsking(kpi, params, { configuration: known.configuration, now: asOf });
      if (!parsed.ok) throw new Error(parsed.problem);
      answerKpi(kpi, parsed.asking, known.facts, { configuration: known.configuration, rates: { rateOn } });
      return asked;
    };
    for (const kpi of kpis) {
      const chosen = Object.entries(kpi.parameters).flatMap(([name, { values }]) => values.map((value) => ({ [name]: value })));
      const window = { from: '2026-11-02', to: '2026-11-09' };
      const isAsking = [{}, window, ...chosen].some((params) => asks(kpi, params));
      expect([kpi.name, kpi.money]).toEqual([kpi.name, isAsking]);
    }
  });

  it('knows a KPI by its name, and whether it is an aggregate of facts', () => {
    expect([kpiNamed('won-revenue')?.name, kpiNamed('sales-velocity')?.name, kpiNamed('luck')]).toEqual([
      'won-revenue',
      'sales-velocity',
      null,
    ]);
    expect([aggregateNamed('won-revenue')?.name, aggregateNamed('sales-velocity'), aggregateNamed('luck')]).toEqual([
      'won-revenue',
      null,
      null,
    ]);
  });
});
