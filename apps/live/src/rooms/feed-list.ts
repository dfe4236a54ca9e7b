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

/** What happened last: made from the rows of today's figures, so a thing that is taken back is gone from it. */
export class FeedList implements Watcher {
  /** by instant, the latest last, where nearly all of them come in; of one instant what came first stands first */
  private readonly kept: Happening[] = [];
  private readonly known = new Set<string>();

  constructor(private readonly store: FactStore) {}

  entered(row: number): void {
    const fact = this.store.cursor().on(row);
    const kind = kindOf(fact);
    if (kind === null) return;
    const at = instantOf(fact, kind);
    const oldest = this.kept[0];
    if (at === null || (this.kept.length >= mostKept && oldest !== undefined && at < oldest.at)) return;
    const { subject: lead, item, rep, team, origin, value, currency } = fact;
    // a second figure may read the same row
    if (this.known.has(nameOf(row, kind))) return;
    this.known.add(nameOf(row, kind));
    this.kept.splice(this.afterInstant(at), 0, { row, at, kind, lead, item, rep, team, origin, value, currency });
    const gone = this.kept.length > mostKept ? this.kept.shift() : undefined;
    if (gone !== undefined) this.known.delete(nameOf(gone.row, gone.kind));
  }

  left(row: number): void {
    const fact = this.store.cursor().on(row);
    const kind = kindOf(fact);
    if (kind === null || !this.known.delete(nameOf(row, kind))) return;
    const after = this.afterInstant(instantOf(fact, kind) ?? Number.NaN);
    for (let place = after - 1; place >= 0; place--) {
      const happening = this.kept[place];
      if (happening?.row !== row || happening.kind !== kind) continue;
      this.kept.splice(place, 1);
      return;
    }
  }

  /** The place behind all that are not later. */
  private afterInstant(at: number): number {
    let low = 0;
    let high = this.kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.kept[middle]?.at ?? at) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The latest of a team, or of all (null), the latest first. */
  first(limit: number, team: string | null): readonly Happening[] {
    const found: Happening[] = [];
    for (let place = this.kept.length - 1; place >= 0 && found.length < limit; place--) {
      const happening = this.kept[place];
      if (happening !== undefined && (team === null || happening.team === team)) found.push(happening);
    }
    return found;
  }

  /** Deals won after an instant, the latest first. */
  wonSince(instant: number, limit: number): readonly Happening[] {
    const won: Happening[] = [];
    for (let place = this.kept.length - 1; place >= 0 && won.length < limit; place--) {
      const happening = this.kept[place];
      if (happening === undefined || happening.at <= instant) break;
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
