import { readdirSync } from 'node:fs';
import { aggregateNamed, kpiNamed, kpis } from './catalogue.js';
import type { Kpi, Unit } from './kpi.js';

const files = readdirSync('libs/domain/src/kpi').filter((file) => file.endsWith('.kpi.ts'));
const units: readonly Unit[] = ['s', 'ratio', 'money', 'money/day', 'points', 'leads', 'deals', 'touchpoints', 'touches'];
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
