import type { FactView } from './tally.js';

/** Dimensions that have no column of their own: a KPI that has one says where it reads it. */
const derivedDimensions = ['actor', 'direction', 'customer', 'lead'] as const;
export type DerivedDimension = (typeof derivedDimensions)[number];

/**
 * What answers can be sliced and filtered by. `outcome`, `actor` and `direction` are rep-activity's own; formulas take what they must know of
 * each `customer` or `lead` by slices that nobody else can ask for.
 */
const dimensions = [
  'rep',
  'team',
  'origin',
  'campaign',
  'channel',
  'segment',
  'product',
  'pipeline',
  'stage',
  'outcome',
  ...derivedDimensions,
] as const;

export type Dimension = (typeof dimensions)[number];

/** The dimensions of a fact about a lead, in the order the catalogue lists them. */
export const leadDimensions: readonly Dimension[] = ['rep', 'team', 'origin', 'campaign', 'channel', 'segment', 'product'];

/** The dimensions of a fact about a deal. */
export const dealDimensions: readonly Dimension[] = [...leadDimensions, 'pipeline'];

/** The dimensions of a fact about a deal that stands open. */
export const openDealDimensions: readonly Dimension[] = [...dealDimensions, 'stage'];
/** The dimensions of a subscription, as its own events name them. */
export const subscriptionDimensions: readonly Dimension[] = ['rep', 'team', 'origin', 'product'];

/** Reads one dimension of a fact; null: it has no value. */
export type DimensionReader = (fact: FactView) => string | null;

/** Where each dimension stands in a fact; a KPI may read some of them elsewhere (`Kpi.readers`). */
export const columnReaders: Readonly<Record<Dimension, DimensionReader>> = {
  rep: (fact) => fact.rep,
  team: (fact) => fact.team,
  origin: (fact) => fact.origin,
  campaign: (fact) => fact.campaign,
  channel: (fact) => fact.channel,
  segment: (fact) => fact.segment,
  product: (fact) => fact.product,
  pipeline: (fact) => fact.pipeline,
  stage: (fact) => fact.stage,
  outcome: (fact) => fact.outcome,
  actor: () => null,
  direction: () => null,
  customer: () => null,
  lead: (fact) => fact.subject,
};

export const isDerived = (dimension: Dimension): dimension is DerivedDimension =>
  derivedDimensions.some((derived) => derived === dimension);

export const isDimension = (name: string): name is Dimension => dimensions.some((known) => known === name);
