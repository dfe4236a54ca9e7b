import fc from 'fast-check';
import type { LeadclockEvent } from '../events/event.js';
import { ratesAt } from '../money/rates.js';
import { busyWeeks } from '../testing/busy-weeks.js';
import { at } from '../testing/clock-time.js';
import { type Known, knownFrom } from '../testing/known-facts.js';
import { lead, type Story, subject } from '../testing/story.js';
import { answerKpi } from './answer.js';
import { parseAsking } from './asking.js';
import { kpis } from './catalogue.js';
import { numberIn, textIn } from './group-field.js';
import { isFormula, type Kpi } from './kpi.js';
import type { GroupAnswer } from './running-answer.js';

const leads = ['ada', 'bob', 'cyd', 'dee', 'eve', 'fay', 'jan', 'ivy', 'hal', 'gus'] as const;
const begin = at('08:00');
const hour = 3_600_000;
const timeOf = (hours: number): string => new Date(begin + hours * hour).toISOString();

const anyHour = fc.integer({ min: -48, max: 14 * 24 });
const anyLead = fc.constantFrom(...leads);

/** Leads merged with each other, in chains and circles too, and taken apart again. */
const anyMerges: fc.Arbitrary<readonly Story[]> = fc
  .array(fc.record({ child: anyLead, into: fc.option(anyLead), hours: anyHour }), { maxLength: 6 })
  .map((merges) =>
    merges.flatMap(({ child, into, hours }, i) =>
      child === into ? [] : [lead(child).tell('lead.merged', timeOf(hours), { into }, { source: '/merge', id: `${i}` })],
    ),
  );

/** Reps that move, hours of a team, a policy of the web's and stages of the pipeline that change in the midst of it all. */
const anyRules: fc.Arbitrary<readonly Story[]> = fc
  .array(fc.record({ rule: fc.nat({ max: 4 }), hours: anyHour, other: fc.boolean() }), { maxLength: 5 })
  .map((rules) =>
    rules.map(({ rule, hours: told, other }, i) => {
      const time = timeOf(told);
      const telling = { source: '/rules', id: `${i}` };
      if (rule === 0) return subject('ana').tell('rep.set', time, { name: 'Ana', team: other ? 'south' : 'west', active: true }, telling);
      if (rule === 1) return subject('north').tell('team.set', time, { name: 'North', ...(other && { calendar: 'day' }) }, telling);
      if (rule === 2)
        return subject('day').tell(
          'calendar.set',
          time,
          {
            zone: 'Europe/Madrid',
            week: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']], thu: [['09:00', '17:00']] },
            holidays: [],
          },
          telling,
        );
      if (rule === 3)
        return subject('web').tell(
          'policy.set',
          time,
          { order: 0, match: { origin: ['web'] }, calendar: 'day', targets: { answer_s: other ? 60 : 7_200 }, steps: [] },
          telling,
        );
      const stages = (other ? ['new', 'demo', 'offer'] : ['offer', 'new', 'limbo']).map((id) => ({
        id,
        name: id,
        probability: 0.4,
        ...(id === 'new' && { role: 'opportunity' as const }),
      }));
      return subject('default').tell('pipeline.set', time, { stages }, telling);
    }),
  );

const busy: readonly LeadclockEvent[] = busyWeeks.flatMap(({ events }) => events);
const anyKnown: fc.Arbitrary<Known> = fc
  .tuple(anyMerges, anyRules)
  .map((stories) => knownFrom([...busy, ...stories.flat().flatMap(({ events }) => events)]));

/** A lead with touches of two reps is in two slices of `touches-per-lead`; of the formulas those add up that put each customer in one slice. */
const ofCustomers = ['churn-rate', 'customer-retention', 'net-revenue-retention'];
const additive: readonly Kpi[] = kpis.filter((kpi) => (isFormula(kpi) ? ofCustomers.includes(kpi.name) : kpi.name !== 'touches-per-lead'));
const isStock = (kpi: Kpi): boolean => !isFormula(kpi) && kpi.shape({}) === 'stock';

function groupsOf(kpi: Kpi, params: Readonly<Record<string, string>>, asOf: number, known: Known): readonly GroupAnswer[] {
  const parsed = parseAsking(kpi, params, { configuration: known.configuration, now: asOf });
  if (!parsed.ok) throw new Error(`${parsed.parameter}: ${parsed.problem}`);
  const rates = ratesAt(known.facts, parsed.asking.asOf);
  return answerKpi(kpi, parsed.asking, known.facts, { configuration: known.configuration, rates }).groups;
}

/** How many rows count, and how many are left out for which reason, over all groups; of money also its sum in each currency. */
function sumsOf(kpi: Kpi, groups: readonly GroupAnswer[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  const add = (name: string, more: number) => {
    if (more !== 0) sums[name] = Math.round(((sums[name] ?? 0) + more) * 1e6) / 1e6;
  };
  for (const group of groups) {
    const { n, value, share, excluded } = group;
    // each band has the whole's n
    add('n', share === undefined ? n : (value ?? 0));
    // means do not add up; what they are the means of does
    if (kpi.unit === 'money') add(`value in ${textIn(group, 'currency')}`, kpi.averages ? (numberIn(group, 'total') ?? 0) : (value ?? 0));
    for (const [reason, count] of Object.entries(excluded)) add(reason, count);
  }
  return sums;
}

describe('whatever leads are merged and whatever rules change', () => {
  it.each(additive)('the slices of $name are together the whole', (kpi) => {
    const slices = kpi.dimensions.filter((dimension) => !kpi.series.includes(dimension));
    fc.assert(
      fc.property(anyKnown, fc.constantFrom(...slices), fc.constantFrom('all', '7d', 'week'), anyHour, (known, by, window, then) => {
        const asOf = begin + then * hour;
        const params = window === 'all' || isStock(kpi) ? {} : { window };
        const whole = groupsOf(kpi, params, asOf, known);
        expect(sumsOf(kpi, groupsOf(kpi, { ...params, by }, asOf, known))).toEqual(sumsOf(kpi, whole));
      }),
      { numRuns: 12 },
    );
  });
});
