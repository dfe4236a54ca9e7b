import { outcomeAt } from './closings.js';
import type { Deal, SubjectState } from './lead-state.js';
import type { Span } from './spans.js';

/** So long without activity puts an open deal at risk. */
const quietFor = 14 * 24 * 3_600_000;

/**
 * While a deal is open and the latest of its opening, its changes of stage and the touchpoints of its lead (by a human, no task) lies so
 * long back. A deal that has none of these by then counts from when it is known. Sorted and apart.
 */
export function quietSpans({ touches }: SubjectState, deal: Deal): readonly Span[] {
  const activities = deal.stages.map(({ at }) => at);
  if (deal.openedAt !== null) activities.push(deal.openedAt);
  for (const { actor, channel, at } of touches) if (actor === 'human' && channel !== 'task') activities.push(at);
  if (!activities.some((at) => at <= deal.at)) activities.push(deal.at);
  activities.sort((a, b) => a - b);
  const spans: Span[] = [];
  for (const [index, at] of activities.entries()) {
    const until = activities[index + 1] ?? Number.POSITIVE_INFINITY;
    if (at + quietFor < until) addOpen(spans, deal, Math.max(at + quietFor, deal.at), until);
  }
  return spans;
}

/** Adds the parts of [from, until) in which the deal is open. */
function addOpen(spans: Span[], deal: Deal, from: number, until: number): void {
  const edges = [from, ...deal.outcomes.map(({ at }) => at).filter((at) => at > from && at < until), until];
  for (const [index, begin] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined || begin >= end || outcomeAt(deal, begin) !== 'open') continue;
    spans.push({ from: begin, until: end === Number.POSITIVE_INFINITY ? null : end });
  }
}
