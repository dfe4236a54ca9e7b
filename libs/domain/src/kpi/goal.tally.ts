import { compareUtf8 } from '../events/order.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/** What is said of a period, by one event. */
interface Said {
  readonly subject: string;
  readonly since: number;
  readonly due: number;
  readonly at: number;
  readonly source: string;
  readonly id: string;
  readonly value: number;
  readonly currency: string | null;
}

/** The last that is said of each period, by the order of EVENTS.md: one part for each, by when it begins, then ends. */
export const lastOfPeriodTallies = (): Tally => new LastOfPeriodTally();

class LastOfPeriodTally implements Tally {
  readonly moves = 'with_own_facts';
  /** one event is one row, by its name and its subject */
  private readonly said = new Map<string, Said>();

  add(fact: FactView): void {
    const { subject, since, due, from, outcome, item, value, currency } = fact;
    if (since === null || due === null || value === null) return;
    this.said.set(rowName(fact), { subject, since, due, at: from, source: outcome ?? '', id: item ?? '', value, currency });
  }

  remove(fact: FactView): void {
    this.said.delete(rowName(fact));
  }

  parts(): readonly TallyPart[] {
    const last = new Map<string, Said>();
    for (const said of [...this.said.values()].toSorted(byOrder)) last.set(`${said.since} ${said.due}`, said);
    if (last.size === 0) return [{ key: {}, value: null, n: 0, fields: {} }];
    return [...last.values()]
      .toSorted((a, b) => a.since - b.since || a.due - b.due)
      .map(({ since, due, at, source, id, value, currency }, index) => ({
        key: { period: `${since} ${due}` },
        value: value / 10_000,
        n: 1,
        fields: { since, due, at, source, id, units: value, currency },
        aside: index > 0,
      }));
  }
}

const rowName = ({ subject, from, outcome, item }: FactView): string => `${from} ${subject}\n${outcome}\n${item}`;

const byOrder = (a: Said, b: Said): number =>
  a.at - b.at || compareUtf8(a.source, b.source) || compareUtf8(a.id, b.id) || compareUtf8(a.subject, b.subject);
