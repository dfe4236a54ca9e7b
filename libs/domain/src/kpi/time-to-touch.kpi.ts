import { clock } from './clock.js';
import { leadDimensions } from './dimension.js';
import { DistributionTally } from './distribution.tally.js';
import { defineKpi } from './kpi.js';
import type { FactView } from './tally.js';

/** How long the owner had had the lead; a response row that says it names both instants. */
const heldFor = ({ kind, value, since, due }: FactView): number | null =>
  kind === 'response' && since !== null && due !== null ? due - since : value;

/**
 * First answer − the latest change of owner at or before it, of leads that arrived in the window and are answered, whoever answered. Nobody
 * owned it then: `excluded.unassigned`. Unit: seconds. Rep: that owner. Source: KPIS.md, Response.
 * Odd data: an answer before the arrival is none.
 */
export const timeToTouch = defineKpi({
  name: 'time-to-touch',
  version: 1,
  unit: 's',
  better: 'less',
  words: {
    en: {
      title: 'Time to touch',
      formula: 'First answer − when its owner of that moment got the lead; a lead answered while nobody owned it is left out and counted.',
      example: 'Luis gets the lead 09:00, Ana 09:10, the first call is made 09:13: 180 s, Ana’s.',
    },
    es: {
      title: 'Tiempo del responsable hasta responder',
      formula:
        'Primera respuesta − momento en que el responsable de entonces recibió el lead; un lead respondido sin responsable queda fuera y se cuenta aparte.',
      example: 'Luis recibe el lead a las 09:00, Ana a las 09:10, la primera llamada es a las 09:13: 180 s, de Ana.',
    },
    ru: {
      title: 'Время реакции ответственного',
      formula:
        'Первый ответ − момент, когда лид получил тогдашний ответственный; лид, на который ответили без ответственного, не входит в значение и считается отдельно.',
      example: 'Луис получил лид в 09:00, Анна — в 09:10, первый звонок в 09:13: 180 с, у Анны.',
    },
  },
  reads: ['response', 'handling', 'arrival'],
  parameters: { clock },
  dimensions: leadDimensions,
  takes: ({ params }) => {
    const isOnClock = ({ part }: FactView): boolean => part === 'both' || part === params['clock'];
    return (fact) => {
      if (fact.kind === 'arrival') return fact.excluded !== null;
      return isOnClock(fact) && (fact.kind === 'handling' || fact.since !== null);
    };
  },
  measure: heldFor,
  tallies: () => () => new DistributionTally(1000, heldFor),
});
