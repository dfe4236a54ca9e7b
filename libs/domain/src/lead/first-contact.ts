import { earlier, type TouchMoment } from './first-meeting.js';
import type { SubjectState, Touch } from './lead-state.js';
import { heldAt } from './naming.js';
import { type Span, without } from './spans.js';

/** While a contact is the first one, as of every instant in the span. */
export interface ContactSpan extends Span {
  readonly contact: TouchMoment;
}

const contactOutcomes: ReadonlySet<string> = new Set(['connected', 'replied', 'held']);
const failed: ReadonlySet<string | undefined> = new Set(['bounced', 'wrong_number']);

/**
 * Which contact is the first one, as of each instant: the earliest instant at or after the arrival at which a human's
 * touchpoint gets the outcome connected, replied or held, or an inbound, not automated touchpoint comes after an outbound
 * one that has not failed by then. A touchpoint before the arrival is none, except a call picked up before it that still
 * goes on: contact at the arrival, while its latest duration says so. Empty without an arrival or a contact.
 */
export function contactSpans(state: SubjectState): readonly ContactSpan[] {
  const { arrivedAt, touches } = state;
  if (arrivedAt === null) return [];
  let settled: TouchMoment | null = null;
  let goingOn: readonly ContactSpan[] = [];
  for (const touch of touches) {
    // no contact lies before its touchpoint
    if (settled !== null && touch.at > settled.at) break;
    if (touch.at >= arrivedAt) settled = earlier(settled, contactOf(touch, touches, arrivedAt));
    else goingOn = withFirst(goingOn, goingOnAt(touch, arrivedAt));
  }
  if (settled === null) return goingOn;
  const contact = settled;
  if (goingOn.length === 0) return [{ from: contact.at, until: null, contact }];
  const rest = without({ from: contact.at, until: null }, goingOn).map((span) => ({ ...span, contact }));
  return [...goingOn, ...rest].toSorted((a, b) => a.from - b.from);
}

/** Where several calls go on the first of them is the contact. Sorted and apart. */
function withFirst(first: readonly ContactSpan[], more: readonly ContactSpan[]): readonly ContactSpan[] {
  if (first.length === 0 || more.length === 0) return first.length === 0 ? more : first;
  const rest = more.flatMap((span) => without(span, first).map((part) => ({ ...span, ...part })));
  return [...first, ...rest].toSorted((a, b) => a.from - b.from);
}

/** An inbound call or chat, picked up by a human before an instant, while its duration reaches to it. */
function goingOnAt(touch: Touch, instant: number): readonly ContactSpan[] {
  if (touch.direction !== 'inbound' || touch.actor !== 'human') return [];
  if (touch.channel !== 'call' && touch.channel !== 'chat') return [];
  if (!touch.outcomes.some(({ at, outcome }) => outcome === 'connected' && at < instant)) return [];
  const contact = { at: instant, order: touch.order, touch };
  return touch.durations.flatMap(({ at, seconds }, index) => {
    const span = { from: Math.max(at, instant), until: touch.durations[index + 1]?.at ?? null };
    const reaches = touch.at + Math.round(seconds * 1000) >= instant;
    return reaches && (span.until === null || span.until > span.from) ? [{ ...span, contact }] : [];
  });
}

function contactOf(touch: Touch, touches: readonly Touch[], arrivedAt: number): TouchMoment | null {
  const reached = touch.actor === 'human' ? touch.outcomes.find(({ outcome }) => contactOutcomes.has(outcome)) : undefined;
  const byOutcome = reached === undefined ? null : { at: reached.at, order: reached.order, touch };
  const byReply = isReply(touch, touches, arrivedAt) ? { at: touch.at, order: touch.order, touch } : null;
  return earlier(byOutcome, byReply);
}

function isReply(touch: Touch, touches: readonly Touch[], arrivedAt: number): boolean {
  return (
    touch.direction === 'inbound' &&
    touch.actor !== 'automated' &&
    touches.some(
      (ours) =>
        ours.direction === 'outbound' &&
        ours.channel !== 'task' &&
        ours.at >= arrivedAt &&
        ours.at < touch.at &&
        !failed.has(heldAt(ours.outcomes, touch.at)?.outcome),
    )
  );
}
