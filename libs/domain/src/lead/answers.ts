import type { CountsAsAnswer } from '../configuration/configuration.js';
import type { SubjectState, Touch } from './lead-state.js';
import type { Span } from './spans.js';

/** A touchpoint that answers, and the instant at which it does. */
export interface Answer {
  readonly at: number;
  readonly order: number;
  readonly touch: Touch;
}

/** While `answer` is the first answer of the lead: as of every instant in the span. */
export interface AnswerSpan extends Span {
  readonly answer: Answer;
}

interface Candidate extends Answer {
  /** while it answers: an e-mail that bounces answered until then */
  readonly standing: readonly Span[];
}

/**
 * Which answer is the first one, as of each instant (KPIS.md rules 3, 4 and 16); sorted and apart, with gaps where there is none.
 * Empty for a lead that has not arrived.
 */
export function answerSpans(state: SubjectState, counts: CountsAsAnswer): readonly AnswerSpan[] {
  const { arrivedAt } = state;
  if (arrivedAt === null) return [];
  const candidates = firstCandidates(state, counts, arrivedAt);
  const only = candidates[0];
  if (only === undefined) return [];
  if (candidates.length === 1) return only.standing.map((span) => spanOf(span, only));
  return inTurn(candidates);
}

/** While a touchpoint from before the arrival would have answered; spans may overlap. */
export function earlySpans(state: SubjectState, counts: CountsAsAnswer): readonly Span[] {
  const { arrivedAt } = state;
  const first = state.touches[0];
  if (arrivedAt === null || first === undefined || first.at >= arrivedAt) return none;
  const early: Span[] = [];
  for (const touch of state.touches) {
    if (touch.at >= arrivedAt) break;
    if (!counts.actors.includes(touch.actor)) continue;
    if (touch.direction === 'outbound' && counts.outbound.includes(touch.channel)) {
      early.push(...standingSpans(touch, counts));
    } else if (touch.direction === 'inbound' && counts.inbound.includes(touch.channel)) {
      const connected = touch.outcomes.find(({ outcome }) => outcome === 'connected');
      if (connected !== undefined && connected.at < arrivedAt) early.push({ from: connected.at, until: null });
    }
  }
  return early;
}

/** The candidates that can be first, in order: none after one that answers at its own instant and for ever. */
function firstCandidates(state: SubjectState, counts: CountsAsAnswer, arrivedAt: number): readonly Candidate[] {
  let candidates: Candidate[] = [];
  let settledAt = Number.POSITIVE_INFINITY;
  for (const touch of state.touches) {
    if (touch.at > settledAt) break;
    const candidate = candidateOf(touch, counts, arrivedAt);
    if (candidate === null) continue;
    candidates.push(candidate);
    if (isSettled(candidate)) settledAt = Math.min(settledAt, candidate.at);
  }
  if (candidates.length < 2) return candidates;
  candidates = candidates.sort((a, b) => a.at - b.at || a.order - b.order);
  const settled = candidates.findIndex(isSettled);
  return settled < 0 ? candidates : candidates.slice(0, settled + 1);
}

function isSettled({ at, standing }: Candidate): boolean {
  const [only, ...more] = standing;
  return only !== undefined && more.length === 0 && only.from === at && only.until === null;
}

function candidateOf(touch: Touch, counts: CountsAsAnswer, arrivedAt: number): Candidate | null {
  if (!counts.actors.includes(touch.actor)) return null;
  if (touch.direction === 'outbound') {
    if (touch.at < arrivedAt || !counts.outbound.includes(touch.channel)) return null;
    return { at: touch.at, order: touch.order, touch, standing: standingSpans(touch, counts) };
  }
  if (!counts.inbound.includes(touch.channel)) return null;
  const connected = touch.outcomes.find(({ at, outcome }) => outcome === 'connected' && at >= arrivedAt);
  const goingOn = goingOnAtArrival(touch, arrivedAt);
  if (goingOn !== null) return goingOn;
  if (connected === undefined) return null;
  const { at, order } = connected;
  return { at, order, touch, standing: [{ from: at, until: null }] };
}

/** A call or chat picked up before the arrival that still goes on at it answers at the arrival (rule 3). */
function goingOnAtArrival(touch: Touch, arrivedAt: number): Candidate | null {
  const connected = touch.outcomes.find(({ at, outcome }) => outcome === 'connected' && at < arrivedAt);
  if (connected === undefined) return null;
  const standing = touch.durations
    .map(({ at, seconds }, i) => ({
      from: Math.max(arrivedAt, at),
      until: touch.durations[i + 1]?.at ?? null,
      goesOn: touch.at + seconds * 1000 >= arrivedAt,
    }))
    .filter(({ from, until, goesOn }) => goesOn && (until === null || until > from))
    .map(({ from, until }) => ({ from, until }));
  return standing.length === 0 ? null : { at: arrivedAt, order: connected.order, touch, standing };
}

/** While an outbound touch stands: from its start, not while its latest outcome is bounced or wrong_number. */
export function standingSpans(touch: Touch, { unless }: Pick<CountsAsAnswer, 'unless'>): readonly Span[] {
  if (!touch.outcomes.some(({ outcome }) => unless.includes(outcome))) return [{ from: touch.at, until: null }];
  const spans: Span[] = [];
  let from: number | null = touch.at;
  for (const { at, outcome } of touch.outcomes) {
    if (!unless.includes(outcome)) from ??= at;
    else if (from !== null) {
      if (at > from) spans.push({ from, until: at });
      from = null;
    }
  }
  if (from !== null) spans.push({ from, until: null });
  return spans;
}

/** At each instant the first candidate that stands then. */
function inTurn(candidates: readonly Candidate[]): readonly AnswerSpan[] {
  const edges = candidates.flatMap(({ standing }) => standing.flatMap(({ from, until }) => (until === null ? [from] : [from, until])));
  const spans: AnswerSpan[] = [];
  const instants = [...new Set(edges)].sort((a, b) => a - b);
  for (const [i, from] of instants.entries()) {
    const first = candidates.find(({ standing }) =>
      standing.some((span) => span.from <= from && (span.until === null || from < span.until)),
    );
    if (first === undefined) continue;
    const until = instants[i + 1] ?? null;
    const last = spans.at(-1);
    if (last !== undefined && last.until === from && last.answer.touch === first.touch) {
      spans[spans.length - 1] = { ...last, until };
    } else spans.push(spanOf({ from, until }, first));
  }
  return spans;
}

const spanOf = ({ from, until }: Span, { at, order, touch }: Candidate): AnswerSpan => ({
  from,
  until,
  answer: { at, order, touch },
});

const none: readonly Span[] = [];
