import type { Asking } from './asking.js';
import { customerAcquisitionCost } from './customer-acquisition-cost.kpi.js';
import { customerLifetimeValue } from './customer-lifetime-value.kpi.js';
import { textIn } from './group-field.js';
import { defineFormula, type Part, type PartGroups } from './kpi.js';
import { mergeExcluded } from './merge-excluded.js';
import { combineByKey } from './parts.js';

/**
 * Customer lifetime value at `as_of` / customer acquisition cost of the window, both of the same basis and slice (origin alone: spend knows no
 * other dimension of a customer). `clv` and `cac`, in `currency`, stand beside. n = that of customer-lifetime-value; null when either is null, the
 * cost is 0 or, without a site, the two are in different currencies. Unit: how many times the value is the cost. Source: KPIS.md, Money and customers.
 * Odd data: as the two of them; spend over a reversed range is `excluded.reversed_range`.
 */
export const clvToCac = defineFormula({
  name: 'clv-to-cac',
  version: 1,
  unit: 'times',
  better: 'more',
  words: {
    en: {
      title: 'Lifetime value to acquisition cost',
      formula: 'Customer lifetime value / customer acquisition cost.',
      example: 'A lifetime value of 1,200 EUR and an acquisition cost of 300 EUR: 4.',
    },
    es: {
      title: 'Valor de vida / coste de adquisición',
      formula: 'Valor de vida del cliente / coste de adquisición de clientes.',
      example: 'Un valor de vida de 1200 EUR y un coste de adquisición de 300 EUR: 4.',
    },
    ru: {
      title: 'LTV к CAC',
      formula: 'Пожизненная ценность клиента / стоимость привлечения клиента.',
      example: 'Ценность 1200 EUR и стоимость привлечения 300 EUR: 4.',
    },
  },
  filled: () => '{clv} / {cac}',
  parameters: customerLifetimeValue.parameters,
  dimensions: ['origin'],
  money: true,
  parts: (asking, context) => [
    ...named('clv', customerLifetimeValue.parts(asLifetime(asking), context)),
    ...named('cac', customerAcquisitionCost.parts(asking, context)),
  ],
  combine: (groups, asking, context) => {
    const both = {
      clv: customerLifetimeValue.combine(partsOfOne('clv', groups), asLifetime(asking), context),
      cac: customerAcquisitionCost.combine(partsOfOne('cac', groups), asking, context),
    };
    return combineByKey(both, asking, ['clv', 'cac'], (same) => {
      const [clv, cac] = [same('clv')?.value ?? null, same('cac')?.value ?? null];
      const [ours, theirs] = [textIn(same('clv'), 'currency'), textIn(same('cac'), 'currency')];
      // where no site says which is home: how many times dollars go into euros says nothing
      const isApart = ours !== null && theirs !== null && ours !== theirs;
      const value = clv === null || cac === null || cac === 0 || isApart ? null : clv / cac;
      return {
        value,
        n: same('clv')?.n ?? 0,
        excluded: mergeExcluded(same('clv'), same('cac')),
        fields: { clv, cac, currency: ours ?? theirs },
      };
    });
  },
});

const asLifetime = (asking: Asking): Asking => ({ ...asking, from: null, to: null, window: null });

const named = (name: string, parts: readonly Part[]): readonly Part[] =>
  parts.map(({ behind, ...part }) => ({
    ...part,
    name: `${name}-${part.name}`,
    ...(behind !== undefined && { behind: (groups) => behind(partsOfOne(name, groups)) }),
  }));

/** The parts of one of the two numbers, under the names that they have there. */
const partsOfOne = (name: string, groups: PartGroups): PartGroups =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([part, found]) => (part.startsWith(`${name}-`) ? [[part.slice(name.length + 1), found]] : [])),
  );
