import type { EventOf } from '../events/event.js';
import { type Answer, answerSpans, standingSpans } from './answers.js';
import type { SubjectState, Touch } from './lead-state.js';
import type { ChosenPolicy } from './policy.js';
import { because, notBecause, type Reason } from './reasons.js';

/** What a touchpoint is judged by: the state that all events leave, the policy, and the answer that came first. */
export interface TouchJudge {
  readonly state: SubjectState;
  readonly policy: ChosenPolicy | null;
  readonly first: Answer | null;
}

/** Why a record of a touchpoint does or does not answer. `order` is the place of the event in the fold. */
export function explainTouch({ data }: EventOf<'touchpoint.recorded'>, order: number, judge: TouchJudge): Reason {
  const touch = judge.state.touches.find(({ id }) => id === data.touchpoint);
  if (touch === undefined || touch.order > order) return notBecause('retracted_touch', { touchpoint: data.touchpoint });
  if (touch.order < order && !answersAt(touch, order, judge)) {
    return because('next_outcome', { touchpoint: touch.id, outcome: data.outcome ?? null });
  }
  return explainStart(touch, judge);
}

/** An inbound call answers with the record that says that it was connected. */
function answersAt(touch: Touch, order: number, { policy }: TouchJudge): boolean {
  const connected = touch.outcomes.find(({ outcome }) => outcome === 'connected');
  return touch.direction === 'inbound' && connected?.order === order && policy !== null && countsInbound(touch, policy);
}

const countsInbound = (touch: Touch, { settings }: ChosenPolicy): boolean => settings.counts.inbound.includes(touch.channel);

function explainStart(touch: Touch, { state, policy, first }: TouchJudge): Reason {
  const { arrivedAt } = state;
  if (arrivedAt === null || policy === null) return notBecause('no_arrival');
  const { counts } = policy.settings;
  const { channel, actor, direction } = touch;
  if (!counts.actors.includes(actor)) return notBecause('actor_does_not_count', { actor });
  if (!counts[direction].includes(channel)) return notBecause('channel_does_not_count', { channel, direction });
  if (first?.touch.id === touch.id) {
    const goesOn = direction === 'inbound' && touch.at < arrivedAt && first.at === arrivedAt;
    return because(goesOn ? 'call_going_on' : 'first_answer', { afterMs: first.at - arrivedAt });
  }
  const [own] = answerSpans({ ...state, touches: [touch] }, counts);
  if (own !== undefined) {
    if (own.until !== null) return because('answered_until_failed', { until: own.until, outcome: latestOutcome(touch) });
    return because('later_answer', { afterMs: own.answer.at - arrivedAt, first: first?.touch.id ?? null });
  }
  if (direction === 'inbound' && !touch.outcomes.some(({ outcome }) => outcome === 'connected')) {
    return notBecause('not_connected', { outcome: latestOutcome(touch) });
  }
  if (direction === 'outbound' && standingSpans(touch, counts).length === 0) {
    return notBecause('failed', { outcome: latestOutcome(touch) });
  }
  return notBecause('before_arrival', { beforeMs: arrivedAt - touch.at });
}

const latestOutcome = (touch: Touch): string | null => touch.outcomes.at(-1)?.outcome ?? null;
