import { withoutRate } from './customer-loss.js';
import { askCustomers, customersOf, inSlices, ofCustomers, passingBefore } from './customers.js';
import { subscriptionDimensions } from './dimension.js';
import { inOneCurrency, shareOf, totalIn, unitsOf } from './exact-money.js';
import { currencyIn } from './group-field.js';
import { isSmall } from './interval.js';
import { defineFormula } from './kpi.js';
import { mrrChanges } from './mrr-changes.measure.js';
import { askPart } from './parts.js';
import { followedSpan } from './retention-span.js';
import { sliceKey } from './slices.js';

/**
 * Of the customers live at the window's start, (start + rises − falls − churned) / start: what they pay a month then, and all changes of it
 * up to the window's end, by their sign whatever their kind; a new or restarted subscription of such a customer is a rise, an end a fall.
 * `gross`: without rises; `total` (what they pay at the start), `rises` and `falls` (ends among them) stand beside it.
 * The start stands as of its instant and the end does too, so that a change just at the start is in the one and one
 * just at the end in the other. No window: the last 30 days. A customer is in the slice of his subscription that began first.
 * A sum goes by the rate of its day; without one it is `excluded.no_rate`. n = customers at the start; nothing paid then: null.
 * Unit: a ratio, above 1 when rises outweigh. Source: KPIS.md, Money and customers.
 * Odd data: negative sums count as they are.
 */
export const netRevenueRetention = defineFormula({
  name: 'net-revenue-retention',
  version: 1,
  unit: 'ratio',
  better: 'more',
  words: {
    en: {
      title: 'Net revenue retention',
      formula:
        '(Monthly revenue at the start + rises − falls − churned) / the same at the start, of customers live at the start. Gross: without rises.',
      example: 'Two customers pay 100 each; one goes up to 150, the other down to 80: 1.15; gross 0.9.',
    },
    es: {
      title: 'Retención neta de ingresos',
      formula:
        '(Ingresos mensuales al inicio + aumentos − reducciones − bajas) / ingresos al inicio, de los clientes activos entonces. Bruta: sin los aumentos.',
      example: 'Dos clientes pagan 100 cada uno; uno sube a 150 y el otro baja a 80: 1,15; bruta 0,9.',
    },
    ru: {
      title: 'Чистое удержание выручки',
      formula:
        '(Ежемесячная выручка на начало + прирост − снижение − отток) / она же на начало, по клиентам, активным на начало. Валовое: без прироста.',
      example: 'Два клиента платят по 100; один перешёл на 150, другой на 80: 1,15; валовое 0,9.',
    },
  },
  filled: () => '({total} + {rises} − {falls}) / {total}',
  dimensions: subscriptionDimensions,
  money: true,
  moves: 'with_parts',
  parts: (asking) => {
    const { from, to } = followedSpan(asking);
    // a millisecond on: what changes just at the start is in the start already, what changes just at the end counts
    const flows = { from: from + 1, to: to + 1, window: null, by: ['customer'], filters: {} } as const;
    const whose = passingBefore('start', asking);
    return [
      askCustomers('start', asking, from, whose),
      { name: 'changes', of: mrrChanges, asking: askPart(mrrChanges, asking, flows), behind: ofCustomers(whose) },
    ];
  },
  combine: (groups, asking, { configuration }) => {
    const changes = new Map((groups['changes'] ?? []).map((group) => [group.key['customer'] ?? '', group]));
    const customers = customersOf(groups['start'], asking).filter(({ before }) => before > 0);
    return inSlices(customers, asking, configuration).map(({ values, items }) => {
      const changed = items.flatMap(({ name }) => changes.get(name) ?? []);
      const all = [...items.flatMap((customer) => customer.groups), ...changed];
      const start = items.reduce((sum, { total }) => sum + total, 0n);
      const begun = items.reduce((sum, customer) => sum + customer.begun, 0n);
      const sum = (field: string) => changed.reduce((total, group) => total + totalIn(group, field), 0n);
      const [rises, falls] = [begun + sum('rises'), sum('falls')];
      const kept = start - falls;
      const isOne = inOneCurrency(all);
      const [value, gross] = isOne ? [shareOf(kept + rises, start), shareOf(kept, start)] : [null, null];
      const amount = (total: bigint): number | null => (isOne ? unitsOf(total) : null);
      const amounts = { total: amount(start), rises: amount(rises), falls: amount(falls) };
      const currency = currencyIn(
        all.find((group) => group.n > 0),
        configuration,
      );
      const fields = { gross, ...amounts, currency, small: isSmall(items.length) };
      return { key: sliceKey(asking.by, values), value, n: items.length, excluded: withoutRate(all), ...fields };
    });
  },
});
