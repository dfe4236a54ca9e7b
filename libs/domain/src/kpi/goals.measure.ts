import { lastOfPeriodTallies } from './goal.tally.js';
import { defineMeasure } from './measure.js';

const wanted = ['won-revenue', 'pipeline-value', 'pipeline-volume'] as const;

/** Targets of one KPI, of each period the last that was set before it ended; those set later are excluded as `after_period`. */
export const goals = defineMeasure({
  name: 'goals',
  titles: { en: 'Targets', es: 'Objetivos', ru: 'Планы' },
  reads: ['goal'],
  dimensions: ['team', 'rep'],
  parameters: { kpi: { values: wanted, default: 'won-revenue' } },
  takes:
    ({ params }) =>
    ({ part }) =>
      part === params['kpi'],
  tallies: () => lastOfPeriodTallies,
});
