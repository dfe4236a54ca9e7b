import type { Deal, SubjectState } from './lead-state.js';
import type { Span } from './spans.js';

/** While a lead is closed, and the code that it was closed with. */
export interface Closing extends Span {
  readonly reason: string | null;
}

/**
 * When the lead was closed (KPIS.md rule 8): disqualified until qualified again, or with deals of which none is open.
 * Sorted and apart.
 */
export function closingsOf(state: SubjectState): readonly Closing[] {
  if (state.verdicts.length === 0 && state.deals.length === 0) return none;
  const edges = [...state.verdicts, ...state.deals, ...state.deals.flatMap((deal) => deal.outcomes)].map(({ at }) => at);
  const closings: Closing[] = [];
  for (const at of [...new Set(edges)].sort((a, b) => a - b)) {
    const why = closedAt(state, at);
    const last = closings.at(-1);
    const running = last !== undefined && last.until === null;
    if (why === null && running) closings[closings.length - 1] = { ...last, until: at };
    else if (why !== null && !running) closings.push({ from: at, until: null, reason: why.reason });
  }
  return closings;
}

/** The outcome of a deal that counts at an instant; open until it has one. */
export function outcomeAt(deal: Deal, at: number): 'won' | 'lost' | 'open' {
  return deal.outcomes.findLast((change) => change.at <= at)?.outcome ?? 'open';
}

/** When a deal was won first, reopened later or not; null: never so far. */
export const firstWonAt = ({ outcomes }: Deal): number | null => outcomes.find(({ outcome }) => outcome === 'won')?.at ?? null;

/** When a deal of the lead was won first. */
export function leadWonAt({ deals }: SubjectState): number | null {
  let first: number | null = null;
  for (const deal of deals) {
    const at = firstWonAt(deal);
    if (at !== null && (first === null || at < first)) first = at;
  }
  return first;
}

function closedAt(state: SubjectState, at: number): { readonly reason: string | null } | null {
  const verdict = state.verdicts.findLast((change) => change.at <= at);
  if (verdict?.disqualified === true) return { reason: verdict.reason };
  const known = state.deals.filter((deal) => deal.at <= at);
  if (known.length === 0 || known.some((deal) => outcomeAt(deal, at) === 'open')) return null;
  const last = known.flatMap((deal) => deal.outcomes.filter((change) => change.at <= at)).sort((a, b) => b.order - a.order)[0];
  return { reason: last?.reason ?? last?.outcome ?? null };
}

const none: readonly Closing[] = [];
