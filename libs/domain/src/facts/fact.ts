/** The kinds of fact; several KPIs read one kind. Each is made in one file of this folder, named after it. */
export const factKinds = [
  'arrival',
  'assign',
  'response',
  'handling',
  'contact',
  'target',
  'wait',
  'meeting',
  'touch',
  'funnel',
  'stage',
  'visit',
  'risk',
  'close',
  'cycle',
  'alert',
  'rate',
  'spend',
  'subscription',
  'survey',
  'goal',
  'forecast',
] as const;

export type FactKind = (typeof factKinds)[number];

/**
 * One row that a subject adds to one kind of fact. Key: subject, kind, n.
 * Instants are epoch milliseconds. The row is true as of an instant T when `from <= T` and (`until === null` or `T < until`).
 * `value` is a whole number: milliseconds, or ten-thousandths of the currency's unit, or a count: sums are exact in any order.
 * `excluded` is a reason: such a row is counted under it and never enters the value.
 */
export interface Fact {
  readonly subject: string;
  readonly kind: FactKind;
  readonly n: number;
  readonly part: string | null;
  /** deal or touchpoint */
  readonly item: string | null;
  /** places the row in a window; null: it has no place in any */
  readonly at: number | null;
  readonly from: number;
  readonly until: number | null;
  readonly since: number | null;
  readonly due: number | null;
  readonly value: number | null;
  readonly excluded: string | null;
  readonly outcome: string | null;
  readonly touchChannel: string | null;
  readonly team: string | null;
  readonly rep: string | null;
  readonly origin: string | null;
  readonly campaign: string | null;
  readonly channel: string | null;
  readonly segment: string | null;
  readonly product: string | null;
  readonly pipeline: string | null;
  readonly stage: string | null;
  readonly currency: string | null;
}

/** The columns of a fact, in their order: that of the interface, and of the keys of every row that is made. */
export const factColumns = [
  'subject',
  'kind',
  'n',
  'part',
  'item',
  'at',
  'from',
  'until',
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
] as const satisfies readonly (keyof Fact)[];
