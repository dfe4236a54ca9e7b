import { quotient } from '../money/exact-sum.js';
import { type Exchange, Purse } from '../money/purse.js';
import { shareInterval } from './interval.js';
import type { KpiContext, TallyMaker } from './kpi.js';
import { amountOf } from './money.tally.js';
import { siteOf } from './site.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/** Deals won and lost, by count and by amount; the interval is that of the count. */
export function winRatioTallies({ configuration, rates }: KpiContext): TallyMaker {
  const { currency, zone } = siteOf(configuration);
  return () => new WinRatioTally({ home: currency, zone, rates });
}

class WinRatioTally implements Tally {
  readonly moves = 'with_own_facts';
  private won = 0;
  private lost = 0;
  private readonly wonAmounts: Purse;
  private readonly lostAmounts: Purse;

  constructor(private readonly exchange: Exchange) {
    this.wonAmounts = new Purse(exchange);
    this.lostAmounts = new Purse(exchange);
  }

  add(fact: FactView): void {
    this.count(fact, 1);
  }

  remove(fact: FactView): void {
    this.count(fact, -1);
  }

  private count(fact: FactView, sign: 1 | -1): void {
    const isWon = fact.part === 'won';
    if (isWon) this.won += sign;
    else this.lost += sign;
    const amount = amountOf(fact);
    if (amount !== null) (isWon ? this.wonAmounts : this.lostAmounts).add(amount, sign);
  }

  parts(): readonly TallyPart[] {
    const { won, lost } = this;
    const n = won + lost;
    const fields = { won, lost, by_value: this.byValue(), ...shareInterval(won, n) };
    return [{ key: {}, value: n === 0 ? null : won / n, n, fields }];
  }

  /** Without a site: in the one currency there is; several cannot be added. */
  private byValue(): number | null {
    const [won, lost] = this.exchange.home === null ? this.inOneCurrency() : [this.wonAmounts, this.lostAmounts].map(homeOf);
    if (won === undefined || lost === undefined || lost.n === 0) return null;
    // of sums below nothing neither is a share of both
    if (won.total < 0n || lost.total < 0n) return null;
    const both = won.total + lost.total;
    return both === 0n ? null : quotient(won.total, both);
  }

  private inOneCurrency(): readonly Total[] {
    const won = this.wonAmounts.others();
    const lost = this.lostAmounts.others();
    const currencies = new Set([...won, ...lost].map(({ currency }) => currency));
    return currencies.size === 1 ? [won[0] ?? nothing, lost[0] ?? nothing] : [];
  }
}

interface Total {
  readonly n: number;
  readonly total: bigint;
}

const nothing: Total = { n: 0, total: 0n };

const homeOf = (purse: Purse): Total => ({ n: purse.n, total: purse.total() });
