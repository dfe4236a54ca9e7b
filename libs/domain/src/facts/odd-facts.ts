import { oddityCodes } from '../lead/oddities.js';
import type { FactKind } from './fact.js';

/** Which facts say that their subject, which is no lead, said what hardly can be so. All that is named must hold. */
export interface OddFacts {
  readonly oddity: string;
  readonly kind: FactKind;
  readonly part?: string;
  /** the reason under which they are left out */
  readonly excluded?: string;
  /** their value is less than nothing */
  readonly negative?: true;
  /** only while they stand: what replaces them mends what was odd */
  readonly standing?: true;
}

/**
 * Odd data of spend, subscriptions, targets and forecasts, as their facts tell it; leads have `oddities.ts`.
 * - `reversed_range`, `too_long`: a spend that ends before it begins, or goes over more than ten years: left out of every sum
 * - `negative_amount`: a spend, a subscription, a target or a forecast of less than nothing: it counts as it is
 * - `not_live`: a subscription was changed or cancelled while it was not live: nothing came of it
 * - `currency_changed`: a subscription went on in another currency: how much it rose or fell cannot be said
 * - `after_period`, `after_start`: a target came when its period had ended, a forecast when it had begun: neither counts
 */
export const oddFacts: readonly OddFacts[] = [
  { oddity: 'reversed_range', kind: 'spend', excluded: 'reversed_range', standing: true },
  { oddity: 'too_long', kind: 'spend', excluded: 'too_long', standing: true },
  { oddity: 'negative_amount', kind: 'spend', negative: true, standing: true },
  { oddity: 'negative_amount', kind: 'subscription', part: 'live', negative: true },
  { oddity: 'not_live', kind: 'subscription', excluded: 'not_live' },
  { oddity: 'currency_changed', kind: 'subscription', excluded: 'currency_changed' },
  { oddity: 'negative_amount', kind: 'goal', negative: true, standing: true },
  { oddity: 'after_period', kind: 'goal', excluded: 'after_period', standing: true },
  { oddity: 'negative_amount', kind: 'forecast', negative: true, standing: true },
  { oddity: 'after_start', kind: 'forecast', excluded: 'after_start', standing: true },
];

/** An amount is in a currency that no rate into the site's was ever told of: it stands apart in every sum, `no_rate` in the others. */
export const unknownCurrency = 'unknown_currency';

/** Every oddity that is listed, of leads and of others. */
export const oddDataCodes: readonly string[] = [
  ...new Set([...oddityCodes, ...oddFacts.map(({ oddity }) => oddity), unknownCurrency]),
].toSorted();

/** What the subject of a fact is called; of all that is not named here it is a lead. */
export const subjectNames: Readonly<Partial<Record<FactKind, string>>> = {
  spend: 'spend',
  subscription: 'subscription',
  survey: 'survey',
  goal: 'target',
  forecast: 'forecast',
};
