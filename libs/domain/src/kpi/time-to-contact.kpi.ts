import { clock } from './clock.js';
import { leadDimensions } from './dimension.js';
import { DistributionTally } from './distribution.tally.js';
import { defineKpi } from './kpi.js';

/**
 * First contact − arrival, of leads that arrived in the window and with whom there was contact: at the instant of the outcome, not of the
 * touchpoint's start. Unit: seconds. Rep: who made it. Source: KPIS.md, Response.
 * Odd data: a meeting held and then booked is contact when it was held; a touchpoint before the arrival is none.
 */
export const timeToContact = defineKpi({
  name: 'time-to-contact',
  version: 1,
  unit: 's',
  better: 'less',
  words: {
    en: {
      title: 'Time to contact',
      formula: 'First contact − arrival: a person was reached, replied or came; an attempt is no contact.',
      example: 'Arrived 09:00, a call that nobody took 09:04, one that connected 09:20: 1200 s.',
    },
    es: {
      title: 'Tiempo hasta el contacto efectivo',
      formula: 'Primer contacto efectivo − llegada: la persona atendió, contestó o acudió; un intento no es un contacto efectivo.',
      example: 'Llegó a las 09:00, llamada sin respuesta a las 09:04, llamada atendida a las 09:20: 1200 s.',
    },
    ru: {
      title: 'Время до контакта',
      formula: 'Первый контакт − поступление: с человеком поговорили, он ответил или пришёл; попытка — ещё не контакт.',
      example: 'Поступил в 09:00, звонок без ответа в 09:04, разговор состоялся в 09:20: 1200 с.',
    },
  },
  reads: ['contact', 'response', 'arrival'],
  parameters: { clock },
  dimensions: leadDimensions,
  takes:
    ({ params }) =>
    ({ kind, part, stage, excluded }) => {
      if (kind === 'arrival') return excluded !== null;
      return (part === 'both' || part === params['clock']) && (kind === 'contact' || stage === 'contact');
    },
  tallies: () => () => new DistributionTally(1000),
});
