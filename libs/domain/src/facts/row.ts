import type { Configuration } from '../configuration/configuration.js';
import { changesBetween, inForce, versionsOf } from '../configuration/in-force.js';
import type { Named, SubjectState } from '../lead/lead-state.js';
import { heldAt } from '../lead/naming.js';
import type { Span } from '../lead/spans.js';
import type { Fact, FactKind } from './fact.js';

/** What a maker says of a row; the lead's own attributes, the number and what is left out are filled in. */
export type RowFields = Partial<Omit<Fact, 'subject' | 'kind' | 'n' | 'from' | 'until' | 'origin' | 'campaign' | 'channel' | 'segment'>>;

/** A row that is not numbered yet: its `n` is 0. */
export type Row = Fact;

/** Numbers the rows of one kind in their order. (Copying is quick only because `n` is there already.) */
export const numbered = (rows: readonly Row[]): readonly Fact[] => rows.map((row, n) => (row.n === n ? row : { ...row, n }));

/** Whose a row is. */
export interface Credit {
  readonly rep: string | null;
  readonly team: string | null;
}

export const ownerAt = (state: SubjectState, at: number): string | null => heldAt(state.owners, at)?.owner ?? null;

/** The team that the lead's events named last, else that of the credited rep, both at an instant. */
export function teamAt(state: SubjectState, configuration: Configuration, rep: string | null, at: number): string | null {
  const named = heldAt(state.teams, at);
  if (named !== null) return named.team;
  return rep === null ? null : (inForce(versionsOf(configuration.reps, rep), at)?.team ?? null);
}

/** The lead's product at an instant: its first value. */
export const leadProductAt = (state: SubjectState, at: number): string | null => valueAt(state.product, at);

/**
 * The rows of something that is true in [from, until): one, cut where `changes` lie in it and where an attribute of the
 * lead gets its value, so that each is true as a whole. `fields` are asked for at the beginning of each; so is `credit`, where it is given, for rep and team.
 */
export function rowsOf(
  kind: FactKind,
  state: SubjectState,
  span: Span,
  changes: readonly number[],
  fields: (at: number) => RowFields,
  credit?: (at: number) => Credit,
): readonly Row[] {
  if (span.until !== null && span.until <= span.from) return [];
  if (!isCut(span, changes, state)) return [made(kind, state, span.from, span.until, fields, credit)];
  const cuts = cutsOf(span, [...changes, ...namingInstants(state)]);
  const rows: Row[] = [];
  cuts.forEach((from, index) => {
    const row = made(kind, state, from, cuts[index + 1] ?? span.until, fields, credit);
    const last = rows.at(-1);
    if (last !== undefined && differOnlyInTime(last, row)) rows[rows.length - 1] = { ...last, until: row.until };
    else rows.push(row);
  });
  return rows;
}

function made(
  kind: FactKind,
  state: SubjectState,
  from: number,
  until: number | null,
  fields: (at: number) => RowFields,
  credit: ((at: number) => Credit) | undefined,
): Row {
  const said = fields(from);
  return rowAt(kind, state, from, until, said, credit === undefined ? said : credit(from));
}

/** The instants in (from, until) at which the credited rep's team can change without an event of the lead. */
export const repChanges = (configuration: Configuration, rep: string | null, from: number, until: number | null): readonly number[] =>
  rep === null ? [] : changesBetween(versionsOf(configuration.reps, rep), from, until ?? Number.POSITIVE_INFINITY);

const valueAt = (named: Named | null, at: number): string | null => (named !== null && named.at <= at ? named.value : null);

function namingInstants({ origin, campaign, channel, segment, product }: SubjectState): readonly number[] {
  const instants: number[] = [];
  for (const named of [origin, campaign, channel, segment, product]) if (named !== null) instants.push(named.at);
  return instants;
}

/** Whether anything changes inside of a span; mostly nothing does, and nothing is made to find out. */
function isCut({ from, until }: Span, changes: readonly number[], state: SubjectState): boolean {
  const end = until ?? Number.POSITIVE_INFINITY;
  for (const at of changes) if (at > from && at < end) return true;
  const { origin, campaign, channel, segment, product } = state;
  return (
    (origin !== null && origin.at > from && origin.at < end) ||
    (campaign !== null && campaign.at > from && campaign.at < end) ||
    (channel !== null && channel.at > from && channel.at < end) ||
    (segment !== null && segment.at > from && segment.at < end) ||
    (product !== null && product.at > from && product.at < end)
  );
}

/** The beginnings of the pieces. */
function cutsOf({ from, until }: Span, changes: readonly number[]): readonly number[] {
  const inside = changes.filter((at) => at > from && (until === null || at < until));
  return [from, ...new Set(inside.toSorted((a, b) => a - b))];
}

function rowAt(kind: FactKind, state: SubjectState, from: number, until: number | null, fields: RowFields, credit: Partial<Credit>): Row {
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
    team: credit.team ?? null,
    rep: credit.rep ?? null,
    origin: valueAt(state.origin, from),
    campaign: valueAt(state.campaign, from),
    channel: valueAt(state.channel, from),
    segment: valueAt(state.segment, from),
    product: fields.product === undefined ? leadProductAt(state, from) : fields.product,
    pipeline: fields.pipeline ?? null,
    stage: fields.stage ?? null,
    currency: fields.currency ?? null,
  };
}

function differOnlyInTime(a: Row, b: Row): boolean {
  for (const name of comparedColumns) if (a[name] !== b[name]) return false;
  return true;
}

const comparedColumns = [
  'part',
  'item',
  'at',
  'since',
  'due',
  'value',
  'excluded',
  'outcome',
  'touchChannel',
  'team',
  'rep',
  'origin',
  'campaign',
  'channel',
  'segment',
  'product',
  'pipeline',
  'stage',
  'currency',
] as const satisfies readonly (keyof Row)[];
