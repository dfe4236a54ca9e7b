import { lossBasis, lossesOf, lossGroups, lossParts } from './customer-loss.js';
import { subscriptionDimensions } from './dimension.js';
import { defineFormula } from './kpi.js';
import { followedSpan } from './retention-span.js';

/**
 * 1 − churn-rate: of the customers live at the window's start, the share live at its end, with the same parameters and the same rules for
 * who is live. n = customers at the start; none: null. Unit: a ratio 0..1. Source: KPIS.md, Money and customers.
 * Odd data: as churn-rate.
 */
export const customerRetention = defineFormula({
  name: 'customer-retention',
  version: 1,
  unit: 'ratio',
  better: 'more',
  words: {
    en: {
      title: 'Customer retention',
      formula: 'Customers live at the window’s start who are live at its end / customers live at the start: 1 − churn rate.',
      example: 'Four customers on the 1st, one cancels on the 10th: 0.75.',
    },
    es: {
      title: 'Retención de clientes',
      formula: 'Clientes activos al inicio del periodo que lo siguen al final / clientes activos al inicio: 1 − tasa de bajas.',
      example: 'Cuatro clientes el día 1, uno se da de baja el 10: 0,75.',
    },
    ru: {
      title: 'Удержание клиентов',
      formula: 'Клиенты, активные и на начало, и на конец периода / активные на начало: 1 − отток.',
      example: 'Первого числа четыре клиента, десятого один отказался: 0,75.',
    },
  },
  filled: ({ basis }) => (basis === 'revenue' ? '({total} − {lost}) / {total}' : '({n} − {lost}) / {n}'),
  parameters: lossBasis,
  dimensions: subscriptionDimensions,
  money: true,
  moves: 'with_parts',
  parts: (asking) => lossParts(asking, followedSpan(asking)),
  combine: (groups, asking, { configuration }) => lossGroups(lossesOf(groups, asking, configuration), asking, true),
});
