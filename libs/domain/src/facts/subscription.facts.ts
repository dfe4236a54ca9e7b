import type { Configuration } from '../configuration/configuration.js';
import { addInstants } from '../lead/changes.js';
import { repChanges } from '../lead/credit.js';
import { heldAt } from '../lead/naming.js';
import type { SubscriptionChange } from '../lead/other-state.js';
import type { BlankRow, FactRows } from './fact-rows.js';
import type { FactMaker } from './facts-of.js';
import { namedCredit } from './named-credit.js';

/**
 * Subscriptions; `item` is the customer.
 * - `part` `live`: the stock, while it is live, without `at` as all stocks of money: `value` the sum a month, `since` when it began (again).
 * - `part` `change`: each change at its instant: `value` the new sum less the old, `outcome` what it was: `started`, `restarted`, `revised`,
 *   `cancelled` or the kind that the event says. Into another currency it is two rows, the old sum away and the new one there, both
 *   excluded as `currency_changed`. Excluded besides: `not_live`, a change or an end of what was not live.
 */
export const subscriptionFacts: FactMaker = (rows, state, configuration) => {
  const history = state.other?.subscription ?? [];
  for (const [index, change] of history.entries()) {
    const before = history[index - 1] ?? null;
    if (change.since === change.at && change.since !== null && before?.since !== change.since) addLive(rows, configuration, history, index);
    addChange(rows, configuration, before, change);
  }
};

function addLive(rows: FactRows, configuration: Configuration, history: readonly SubscriptionChange[], begin: number): void {
  const end = history.findIndex(({ since }, index) => index > begin && since === null);
  const live = history.slice(begin, end < 0 ? undefined : end);
  const since = live[0]?.at ?? 0;
  const until = history[end]?.at ?? null;
  const changes: number[] = [];
  addInstants(changes, since, live);
  for (const { at, rep, team } of live) if (team === null) changes.push(...repChanges(configuration, rep, at, until));
  rows.add({ from: since, until }, changes, (row, now) => {
    const held = heldAt(live, now);
    if (held === null) return;
    row.part = 'live';
    row.since = since;
    row.value = held.mrr;
    row.currency = held.currency;
    writeNames(row, configuration, held, now);
  });
}

function addChange(rows: FactRows, configuration: Configuration, before: SubscriptionChange | null, change: SubscriptionChange): void {
  const { at, step, asked } = change;
  const old = { value: before?.mrr ?? 0, currency: before?.currency ?? change.currency };
  const isMoved = step !== 'ignored' && before !== null && before.since !== null && before.currency !== change.currency;
  const add = (value: number, currency: string | null, excluded: string | null) =>
    rows.add({ from: at, until: null }, [], (row) => {
      row.part = 'change';
      row.at = at;
      row.outcome = asked;
      row.value = value;
      row.currency = currency;
      row.excluded = excluded;
      writeNames(row, configuration, change, at);
    });
  if (step === 'ignored') return add(0, null, 'not_live');
  if (!isMoved) return add(change.mrr - old.value, change.currency, null);
  add(-old.value, old.currency, 'currency_changed');
  add(change.mrr, change.currency, 'currency_changed');
}

function writeNames(row: BlankRow, configuration: Configuration, held: SubscriptionChange, now: number): void {
  const { rep, team } = namedCredit(configuration, held, now);
  row.item = held.customer;
  row.product = held.product;
  row.origin = held.origin;
  row.campaign = null;
  row.rep = rep;
  row.team = team;
}
