import { partsOf } from '@leadclock/domain/kpi/parts.js';
import { belongs, factSelection } from '@leadclock/domain/kpi/selection.js';
import type { Span } from '@leadclock/domain/kpi/window.js';
import type { Here, Params } from './answered.js';
import { eachKnownFact } from './facts-as-known.js';
import { type Question, windowedAsking } from './question.js';

/** The stretch of time that a trend shows: the window asked for, of a stock too; without one from the first fact to `as_of`. */
export async function spanOfTrend(question: Question, params: Params, here: Here): Promise<Span> {
  const { from, to } = windowedAsking(question, params, here);
  return from === null || to === null ? spanOfAllFacts(question) : { from, to };
}

async function spanOfAllFacts({ kpi, asking, world, knowledge, context }: Question): Promise<Span> {
  const isFlow = kpi.shape(asking.params) === 'flow';
  let first = asking.asOf;
  let last = asking.asOf;
  for (const { of, asking: asked } of partsOf(kpi, asking, context)) {
    const isAsked = belongs(of, asked);
    // a formula of flows may look at stocks too: they are placed by when they begin
    const isPlaced = of.shape(asked.params) === 'flow';
    const selection = { ...factSelection(of, asked), at: null, ...(isPlaced ? {} : { trueFrom: Number.MIN_SAFE_INTEGER }) };
    await eachKnownFact(world, knowledge, selection, (fact) => {
      const place = isPlaced ? fact.at : fact.from;
      if (place === null || !isAsked(fact)) return;
      first = Math.min(first, place);
      // a target or a forecast may be placed ahead
      last = Math.max(last, Math.min(place, asking.asOf) + 1);
    });
  }
  return { from: first, to: isFlow ? last : asking.asOf };
}
