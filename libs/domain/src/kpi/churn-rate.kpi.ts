import { lossBasis, lossesOf, lossGroups, lossParts } from './customer-loss.js';
import { subscriptionDimensions } from './dimension.js';
import { defineFormula } from './kpi.js';
import { followedSpan } from './retention-span.js';

/**
 * Of the customers live at the window's start (a subscription that began strictly before it), the share not live at its end; `lost` are those.
 * `basis=revenue`: what the lost ones paid a month at the start, of what all did, at the rates of that day (`total`). No window: the last 30 days.
 * A customer is live while one of his subscriptions is; he is in the slice of the one that began first. A customer who left and came back
 * within the window is not lost; a change or an end of what was not live changes nothing. n = customers at the start; none: null.
 * Unit: a ratio 0..1. Source: KPIS.md, Money and customers.
 * Odd data: by revenue null where what is lost, or what is kept, comes to less than nothing (negative sums): that is no share.
 */
export const churnRate = defineFormula({
  name: 'churn-rate',
  version: 1,
  unit: 'ratio',
  better: 'less',
  words: {
    en: {
      title: 'Churn rate',
      formula:
        'Customers live at the window’s start who are not live at its end / customers live at the start. By revenue: their monthly sums.',
      example: 'Four customers on the 1st, one cancels on the 10th: 0.25.',
    },
    es: {
      title: 'Tasa de bajas',
      formula:
        'Clientes activos al inicio del periodo que ya no lo están al final / clientes activos al inicio. Por ingresos: sus cuotas mensuales.',
      example: 'Cuatro clientes el día 1, uno se da de baja el 10: 0,25.',
    },
    ru: {
      title: 'Отток клиентов',
      formula: 'Клиенты, активные на начало периода и неактивные на его конец / активные на начало. По выручке: их ежемесячные платежи.',
      example: 'Первого числа четыре клиента, десятого один отказался: 0,25.',
    },
  },
  filled: ({ basis }) => (basis === 'revenue' ? '{lost} / {total}' : '{lost} / {n}'),
  parameters: lossBasis,
  dimensions: subscriptionDimensions,
  money: true,
  moves: 'with_parts',
  parts: (asking) => lossParts(asking, followedSpan(asking)),
  combine: (groups, asking, { configuration }) => lossGroups(lossesOf(groups, asking, configuration), asking),
});
