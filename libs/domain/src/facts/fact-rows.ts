import type { Named, SubjectState } from '../lead/lead-state.js';
import { valueAt } from '../lead/naming.js';
import type { Span } from '../lead/spans.js';
import type { Fact, FactKind } from './fact.js';

/** A row while it is made. */
type Row = { -readonly [K in keyof Fact]: Fact[K] };

/**
 * A row as a maker gets it: whose it is, when it is true and the lead's own attributes stand in it; the rest is empty. A spend or a
 * subscription names its own origin and campaign.
 */
export type BlankRow = Omit<Row, 'subject' | 'kind' | 'n' | 'from' | 'until' | 'channel' | 'segment'>;

/** The rows that a subject comes to, as they are made: one kind after the other. */
export class FactRows {
  private readonly rows: Row[] = [];
  private kind: FactKind = 'arrival';
  /** where the rows of the kind begin */
  private begin = 0;
  /** from here on all attributes of the lead have their values */
  private readonly namedBy: number;

  constructor(private readonly state: SubjectState) {
    this.namedBy = lastNaming(state);
  }

  /** From here on rows are of this kind. */
  turnTo(kind: FactKind): void {
    this.number();
    this.kind = kind;
    this.begin = this.rows.length;
  }

  /**
   * Adds the rows of something that is true in a span: one, cut where `changes` lie in it and where an attribute of the lead
   * gets its value, so that each is true as a whole. `write` is asked at the beginning of each; where `isTold` another row tells of it.
   */
  add(
    { from, until }: Span,
    changes: readonly number[],
    write: (row: BlankRow, at: number) => void,
    isTold: (at: number) => boolean = never,
  ): void {
    const end = until ?? Number.POSITIVE_INFINITY;
    let last: Row | null = null;
    let next: number;
    for (let at = from; at < end; at = next) {
      next = this.nextChange(at, end, changes);
      if (isTold(at)) {
        last = null;
        continue;
      }
      const row = blankRow(this.kind, this.state, at, next === end ? until : next);
      write(row, at);
      // a row that was made here is known to nobody yet: it is lengthened in place
      if (last !== null && sameButForTime(last, row)) last.until = row.until;
      else {
        this.rows.push(row);
        last = row;
      }
    }
  }

  /** All rows; those of a kind are numbered. */
  finished(): readonly Fact[] {
    this.number();
    return this.rows;
  }

  /**
   * Numbers the rows of the kind by when they begin, so that the rows of what happened keep their numbers, and so their keys, when more
   * happens. They come nearly in order: each is moved before those that begin later.
   */
  private number(): void {
    const { rows, begin } = this;
    for (let i = begin; i < rows.length; i += 1) {
      const row = rows[i];
      if (row === undefined) break;
      let place = i;
      for (let before = rows[place - 1]; place > begin && before !== undefined && before.from > row.from; before = rows[place - 1]) {
        rows[place] = before;
        before.n = place - begin;
        place -= 1;
      }
      rows[place] = row;
      row.n = place - begin;
    }
  }

  /** The first instant in (from, end) at which a row may have to end, else `end`. */
  private nextChange(from: number, end: number, changes: readonly number[]): number {
    let next = end;
    for (let i = 0; i < changes.length; i += 1) {
      const at = changes[i] ?? end;
      if (at > from && at < next) next = at;
    }
    return this.namedBy > from ? nextNaming(this.state, from, next) : next;
  }
}

const namedAt = (named: Named | null): number => (named === null ? Number.NEGATIVE_INFINITY : named.at);

const lastNaming = ({ origin, campaign, channel, segment, product }: SubjectState): number =>
  Math.max(namedAt(origin), namedAt(campaign), namedAt(channel), namedAt(segment), namedAt(product));

function nextNaming({ origin, campaign, channel, segment, product }: SubjectState, from: number, end: number): number {
  let next = end;
  for (const named of [origin, campaign, channel, segment, product])
    if (named !== null && named.at > from && named.at < next) next = named.at;
  return next;
}

const never = (): boolean => false;

/** Every key in the order of `factColumns`, whatever the kind. */
function blankRow(kind: FactKind, state: SubjectState, from: number, until: number | null): Row {
  return {
    subject: state.subject,
    kind,
    n: 0,
    part: null,
    item: null,
    at: null,
    from,
    until,
    since: null,
    due: null,
    value: null,
    excluded: null,
    outcome: null,
    touchChannel: null,
    team: null,
    rep: null,
    origin: valueAt(state.origin, from),
    campaign: valueAt(state.campaign, from),
    channel: valueAt(state.channel, from),
    segment: valueAt(state.segment, from),
    product: valueAt(state.product, from),
    pipeline: null,
    stage: null,
    currency: null,
  };
}

/** Two rows of one kind and subject; written out, since looking columns up by name takes ten times as long. */
function sameButForTime(a: Row, b: Row): boolean {
  return (
    a.part === b.part &&
    a.item === b.item &&
    a.at === b.at &&
    a.since === b.since &&
    a.due === b.due &&
    a.value === b.value &&
    a.excluded === b.excluded &&
    a.outcome === b.outcome &&
    a.touchChannel === b.touchChannel &&
    a.team === b.team &&
    a.rep === b.rep &&
    a.origin === b.origin &&
    a.campaign === b.campaign &&
    a.channel === b.channel &&
    a.segment === b.segment &&
    a.product === b.product &&
    a.pipeline === b.pipeline &&
    a.stage === b.stage &&
    a.currency === b.currency
  );
}
