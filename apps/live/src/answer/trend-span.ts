import type { Asking } from '@leadclock/domain/kpi/asking.js';
import type { Aggregate } from '@leadclock/domain/kpi/kpi.js';
import { partsOf } from '@leadclock/domain/kpi/parts.js';
import { belongs, factSelection } from '@leadclock/domain/kpi/selection.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import type { Span } from '@leadclock/domain/kpi/window.js';
import { untilAllRead } from './alike-facts.js';
import type { Here, Params } from './answered.js';
import { tallyKnownFacts } from './facts-as-known.js';
import { type Question, windowedAsking } from './question.js';

/** The stretch of time that a trend shows: the window asked for, of a stock too; without one from the first fact to `as_of`. */
export async function spanOfTrend(question: Question, params: Params, here: Here): Promise<Span> {
  const { from, to } = windowedAsking(question, params, here);
  return from === null || to === null ? spanOfAllFacts(question) : { from, to };
}

async function spanOfAllFacts(question: Question): Promise<Span> {
  const { kpi, asking, context } = question;
  const isFlow = kpi.shape(asking.params) === 'flow';
  const reaches = await untilAllRead(async () => {
    const all: Reach[] = [];
    for (const { of, asking: asked } of partsOf(kpi, asking, context)) all.push(await reachOf(question, of, asked));
    return all;
  });
  const first = Math.min(asking.asOf, ...reaches.map((reach) => reach.first));
  // a target or a forecast may be placed ahead
  const last = Math.max(asking.asOf, ...reaches.map((reach) => Math.min(reach.last, asking.asOf) + 1));
  return { from: first, to: isFlow ? last : asking.asOf };
}

/** From where to where the facts of a part lie. */
class Reach {
  first = Number.POSITIVE_INFINITY;
  last = Number.NEGATIVE_INFINITY;

  constructor(private readonly placeOf: (fact: FactView) => number | null) {}

  readonly add = (fact: FactView): void => {
    const place = this.placeOf(fact);
    if (place === null) return;
    this.first = Math.min(this.first, place);
    this.last = Math.max(this.last, place);
  };
}

async function reachOf({ world, knowledge }: Question, of: Aggregate, asking: Asking): Promise<Reach> {
  const takes = belongs(of, asking);
  // a formula of flows may look at stocks too: they are placed by when they begin
  const isPlaced = of.shape(asking.params) === 'flow';
  const begin = () => new Reach(isPlaced ? ({ at }) => at : ({ from }) => from);
  const selection = { ...factSelection(of, asking), at: null, ...(isPlaced ? {} : { trueFrom: Number.MIN_SAFE_INTEGER }) };
  const reach = begin();
  const again = () => ({ takes, add: begin().add });
  await tallyKnownFacts(world, knowledge, selection, { use: 'span', of, asking, again, takes, add: reach.add });
  return reach;
}
