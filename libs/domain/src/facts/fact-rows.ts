import type { Named, SubjectState } from '../lead/lead-state.js';
import { valueAt } from '../lead/naming.js';
import type { Span } from '../lead/spans.js';
import type { Fact, FactKind } from './fact.js';

/** What a maker says of a row; whose it is, when it is true and the lead's own attributes are filled in. */
export type RowFields = Partial<Omit<Fact, 'subject' | 'kind' | 'n' | 'from' | 'until' | 'origin' | 'campaign' | 'channel' | 'segment'>>;

/** A row while it is made. */
type Row = { -readonly [K in keyof Fact]: Fact[K] };

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
   * gets its value, so that each is true as a whole. `fields` are asked for at the beginning of each; null: no row tells of it then.
   */
  add({ from, until }: Span, changes: readonly number[], fields: (at: number) => RowFields | null): void {
    const end = until ?? Number.POSITIVE_INFINITY;
    let last: Row | null = null;
    let next: number;
    for (let at = from; at < end; at = next) {
      next = this.nextChange(at, end, changes);
      const said = fields(at);
      const row = said === null ? null : rowAt(this.kind, this.state, at, next === end ? until : next, said);
      // a row that was made here is known to nobody yet: it is lengthened in place
      if (row !== null && last !== null && sameButForTime(last, row)) last.until = row.until;
      else {
        if (row !== null) this.rows.push(row);
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

/** Every key in the order of `factColumns`, whatever the kind. */
function rowAt(kind: FactKind, state: SubjectState, from: number, until: number | null, fields: RowFields): Row {
  return {
    subject: state.subject,
    kind,
    n: 0,
    part: fields.part ?? null,
    item: fields.item ?? null,
    at: fields.at ?? null,
    from,
    until,
    since: fields.since ?? null,
    due: fields.due ?? null,
    value: fields.value ?? null,
    excluded: fields.excluded ?? null,
    outcome: fields.outcome ?? null,
    touchChannel: fields.touchChannel ?? null,
    team: fields.team ?? null,
    rep: fields.rep ?? null,
    origin: valueAt(state.origin, from),
    campaign: valueAt(state.campaign, from),
    channel: valueAt(state.channel, from),
    segment: valueAt(state.segment, from),
    product: fields.product === undefined ? valueAt(state.product, from) : fields.product,
    pipeline: fields.pipeline ?? null,
    stage: fields.stage ?? null,
    currency: fields.currency ?? null,
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
