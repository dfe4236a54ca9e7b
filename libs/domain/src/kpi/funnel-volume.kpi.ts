import { isEntry, saysOfEntry, standsOpen } from '../facts/stage-entry.js';
import { dealDimensions } from './dimension.js';
import { funnelSeries, stepOf } from './funnel-series.js';
import { defineKpi } from './kpi.js';
import { seriesTallies } from './series.tally.js';
import type { FactView } from './tally.js';

/**
 * Leads at the instant they reached each of the five stages (created, answered, contacted, meeting, qualified), deals at
 * their first entry of each stage of their pipeline, and at the outcome that counts. `basis=stock`: leads once, at the
 * furthest; open deals by their stage; closed deals. One group for each stage, in order. Source: KPIS.md, Funnel.
 * Odd data: a stage that its pipeline lacks comes after the known ones; a deal won again stands at its first win, a meeting held and then booked
 * at the first of the two.
 */
export const funnelVolume = defineKpi({
  name: 'funnel-volume',
  version: 1,
  unit: 'leads',
  better: 'more',
  words: {
    en: {
      title: 'Funnel',
      formula:
        'Leads that reached created, answered, contacted, meeting, qualified; then deals by their first entry of each stage; then won and lost.',
      example: 'Ten arrive, six are answered, one deal opens and is won: 10, 6 … 1, 1.',
    },
    es: {
      title: 'Embudo',
      formula:
        'Leads que alcanzaron creado, respondido, contactado, reunión, cualificado; después negocios por su primera entrada en cada etapa; después ganados y perdidos.',
      example: 'Llegan diez, se responde a seis, se abre un negocio y se gana: 10, 6 … 1, 1.',
    },
    ru: {
      title: 'Воронка',
      formula:
        'Лиды по этапам «создан», «ответ», «контакт», «встреча», «квалифицирован»; затем сделки по первому входу на каждый этап; затем выигранные и проигранные.',
      example: 'Поступили десять, ответили шести, одна сделка открыта и выиграна: 10, 6 … 1, 1.',
    },
  },
  reads: ['arrival', 'wait', 'funnel', 'stage', 'close'],
  shape: ({ basis }) => (basis === 'stock' ? 'stock' : 'flow'),
  parameters: { basis: { values: ['entered', 'stock'], default: 'entered' } },
  dimensions: [...dealDimensions, 'stage'],
  series: ['stage', 'pipeline'],
  readers: { stage: (fact) => stepOf(fact).stage },
  takes: ({ params: { basis } }) => (basis === 'stock' ? isStanding : isEntered),
  tallies: (asking, { configuration }) => seriesTallies(funnelSeries(asking, configuration)),
});

const isEntered = ({ kind, part, excluded }: FactView): boolean =>
  kind === 'arrival' ? excluded === null : kind === 'close' || isEntry(part);

/** What a lead only waits for, or has come to, or a closed deal, says so itself while it is still whose it was. */
const isStanding = (fact: FactView): boolean => {
  const { kind, part, stage, outcome } = fact;
  if (kind === 'arrival') return false;
  if (kind === 'wait') return stage !== null;
  if (kind === 'close') return outcome !== 'handed_on';
  if (kind === 'funnel') return part === 'furthest' || saysOfEntry(fact, 'standing');
  return standsOpen(fact) || part === 'won' || part === 'lost';
};
