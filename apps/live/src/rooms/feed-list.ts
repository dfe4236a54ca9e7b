import { answeredAt } from '@leadclock/domain/facts/response.facts.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import type { FeedItem } from '@leadclock/live-protocol/team-state.js';
import type { FactStore } from '../engine/fact-store.js';
import type { Watcher } from '../engine/running-windows.js';

const mostKept = 2_000;

/** Something that happened on the floor today, without the words for it. Instants are epoch milliseconds. */
export interface Happening {
  readonly row: number;
  readonly at: number;
  readonly kind: FeedItem['kind'];
  readonly lead: string;
  readonly item: string | null;
  readonly rep: string | null;
  readonly team: string | null;
  readonly origin: string | null;
  /** of an answer: milliseconds; of a deal: ten-thousandths of its currency's unit */
  readonly value: number | null;
  readonly currency: string | null;
}

/** What happened last, the latest first: made from the rows of today's figures, so a thing that is taken back is gone from it. */
export class FeedList implements Watcher {
  private latest: Happening[] = [];
  private readonly known = new Set<string>();

  constructor(private readonly store: FactStore) {}

  entered(row: number): void {
    const fact = this.store.cursor().on(row);
    const kind = kindOf(fact);
    if (kind === null) return;
    const at = instantOf(fact, kind);
    const last = this.latest.at(-1);
    if (at === null || (this.latest.length >= mostKept && last !== undefined && at < last.at)) return;
    const { subject: lead, item, rep, team, origin, value, currency } = fact;
    // a second figure may read the same row
    if (this.known.has(nameOf(row, kind))) return;
    this.known.add(nameOf(row, kind));
    this.latest.splice(this.placeOf(at), 0, { row, at, kind, lead, item, rep, team, origin, value, currency });
    const gone = this.latest.length > mostKept ? this.latest.pop() : undefined;
    if (gone !== undefined) this.known.delete(nameOf(gone.row, gone.kind));
  }

  left(row: number): void {
    const kind = kindOf(this.store.cursor().on(row));
    if (kind === null || !this.known.delete(nameOf(row, kind))) return;
    this.latest = this.latest.filter((happening) => happening.row !== row || happening.kind !== kind);
  }

  /** Before the first that is not later: of one instant what came last stands first. */
  private placeOf(at: number): number {
    let low = 0;
    let high = this.latest.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.latest[middle]?.at ?? at) <= at) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The latest of a team, or of all (null). */
  first(limit: number, team: string | null): readonly Happening[] {
    if (team === null) return this.latest.slice(0, limit);
    const found: Happening[] = [];
    for (const happening of this.latest) {
      if (happening.team === team) found.push(happening);
      if (found.length === limit) break;
    }
    return found;
  }

  /** Deals won after an instant, the latest first. */
  wonSince(instant: number, limit: number): readonly Happening[] {
    const won: Happening[] = [];
    for (const happening of this.latest) {
      if (happening.at <= instant || won.length === limit) break;
      if (happening.kind === 'won') won.push(happening);
    }
    return won;
  }
}

const nameOf = (row: number, kind: FeedItem['kind']): string => `${row} ${kind}`;

/** null: the row is no news. */
function kindOf({ kind, part, excluded }: FactView): FeedItem['kind'] | null {
  if (kind === 'arrival') return excluded === null ? 'arrived' : null;
  if (kind === 'response') return excluded === null ? 'answered' : null;
  if (kind === 'target') return part === 'breached' ? 'late' : null;
  if (kind === 'meeting') return 'met';
  return kind === 'close' && part === 'won' ? 'won' : null;
}

const instantOf = (fact: FactView, kind: FeedItem['kind']): number | null =>
  kind === 'answered' ? answeredAt(fact) : kind === 'late' ? (fact.due ?? fact.from) : fact.at;
