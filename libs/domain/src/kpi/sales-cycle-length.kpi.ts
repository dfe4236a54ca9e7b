import type { Asking } from './asking.js';
import { dealDimensions } from './dimension.js';
import { DistributionTally } from './distribution.tally.js';
import { defineKpi } from './kpi.js';
import type { FactView } from './tally.js';

/** Where a cycle may be taken to start, and why a deal has none. */
const missing: Readonly<Record<string, string>> = { lead: 'no_arrival', contact: 'no_contact', deal: 'no_opening' };

/** Milliseconds from the start asked for to the win; null: there was no such start. */
function lengthOf({ at, since, due, value }: FactView, { params: { start } }: Asking): number | null {
  if (start === 'deal') return value;
  const begin = start === 'contact' ? due : since;
  return at === null || begin === null ? null : at - begin;
}

/**
 * One row for each deal won at `as_of`, at the win: win − its lead's arrival (`start=lead`, the default; none: `excluded.no_arrival`),
 * − the first contact (`start=contact`; none: `excluded.no_contact`), − the deal's opening (`start=deal`: its first `deal.opened`,
 * `stage_changed` or `reopened`; none: `excluded.no_opening`). A start after the win: `excluded.negative`. Unit: seconds, wall time.
 * Rep: the deal's, else the owner, at the win. Source: KPIS.md, Closing.
 * Odd data: a deal won again keeps its first win.
 */
export const salesCycleLength = defineKpi({
  name: 'sales-cycle-length',
  version: 1,
  unit: 's',
  better: 'less',
  words: {
    en: {
      title: 'Sales cycle',
      formula: 'Win − arrival of the lead (or first contact, or opening of the deal): the median over deals won.',
      example: 'Arrived on the 1st, reached on the 2nd, deal opened on the 4th, won on the 11th: 10 days; from contact 9, from opening 7.',
    },
    es: {
      title: 'Ciclo de venta',
      formula: 'Momento de ganar − llegada del lead (o primer contacto, o apertura del negocio): mediana sobre los negocios ganados.',
      example: 'Llega el día 1, contacto el 2, negocio abierto el 4, ganado el 11: 10 días; desde el contacto 9, desde la apertura 7.',
    },
    ru: {
      title: 'Цикл сделки',
      formula: 'Выигрыш − поступление лида (или первый контакт, или открытие сделки): медиана по выигранным сделкам.',
      example: 'Лид поступил 1-го, контакт 2-го, сделка открыта 4-го, выиграна 11-го: 10 дней; от контакта 9, от открытия 7.',
    },
  },
  reads: ['cycle'],
  parameters: { start: { values: ['lead', 'contact', 'deal'], default: 'lead' } },
  dimensions: dealDimensions,
  excludes: (fact, asking) => {
    const length = lengthOf(fact, asking);
    if (length === null) return missing[asking.params['start'] ?? 'lead'] ?? null;
    return length < 0 ? 'negative' : null;
  },
  measure: lengthOf,
  tallies: (asking) => () => new DistributionTally(1000, (fact) => lengthOf(fact, asking)),
});
