import type { DataOf } from '@leadclock/domain/events/catalogue.js';
import { minute, second } from './floor.js';
import type { Weighted } from './random.js';
import type { Tale } from './tale.js';

type Outcome = NonNullable<DataOf<'touchpoint.recorded'>['outcome']>;
type CallOutcome = 'connected' | 'no_answer' | 'voicemail' | 'busy' | 'wrong_number';

const firstCall: readonly [Weighted<CallOutcome>, ...Weighted<CallOutcome>[]] = [
  { value: 'connected', weight: 52 },
  { value: 'no_answer', weight: 25 },
  { value: 'voicemail', weight: 14 },
  { value: 'busy', weight: 7 },
  { value: 'wrong_number', weight: 2 },
];

/** Who was not reached at once is harder to reach. */
export const laterCall: readonly [Weighted<CallOutcome>, ...Weighted<CallOutcome>[]] = [
  { value: 'connected', weight: 26 },
  { value: 'no_answer', weight: 44 },
  { value: 'voicemail', weight: 20 },
  { value: 'busy', weight: 10 },
];

const shortNotes = [
  'asked to be called back',
  'wants an offer by e-mail',
  'compares with another supplier',
  'decides with a colleague',
] as const;

/** A call of a rep's; answers how it went. The telephone tells of it when it is over, with the instant at which it began. */
export function call(tale: Tale, rep: string, at: number, outcome: CallOutcome = tale.random.weighted(firstCall)): CallOutcome {
  const { random } = tale;
  const talk = outcome === 'connected' ? Math.round(random.logNormal(150, 0.7)) : null;
  const touchpoint = tale.nextId();
  tale.tell('touchpoint.recorded', '/phone', at, {
    touchpoint,
    channel: 'call',
    direction: 'outbound',
    rep,
    outcome,
    ...(talk !== null && { duration_s: talk }),
    ...(talk !== null && random.chance(0.12) && { note: random.pick(shortNotes) }),
  });
  if (outcome !== 'wrong_number' && random.chance(0.02)) correct(tale, touchpoint, outcome, at);
  return outcome;
}

/** The rep had pressed the wrong button. */
function correct(tale: Tale, touchpoint: string, outcome: CallOutcome, at: number): void {
  const right: Outcome = outcome === 'connected' ? 'voicemail' : outcome === 'voicemail' ? 'no_answer' : 'voicemail';
  // what was said in a call stays said: of a call with a talk only its length is mended
  const mended = outcome === 'connected' ? { duration_s: Math.round(tale.random.between(20, 400)) } : { outcome: right };
  tale.tell('touchpoint.corrected', '/crm', at + tale.random.between(40 * second, 15 * minute), { touchpoint, ...mended });
}

/** Something written, out or in. */
export function write(
  tale: Tale,
  channel: 'email' | 'sms' | 'chat',
  direction: 'outbound' | 'inbound',
  at: number,
  rep: string | null,
): void {
  const { random } = tale;
  const touchpoint = tale.nextId();
  const source = channel === 'chat' ? '/chat' : '/mail';
  tale.tell('touchpoint.recorded', source, at, {
    touchpoint,
    channel,
    direction,
    ...(rep !== null && { rep }),
    outcome: direction === 'inbound' ? 'replied' : 'sent',
  });
  if (direction === 'outbound' && channel === 'email' && random.chance(0.25))
    tale.tell('touchpoint.recorded', source, at + random.between(2 * minute, 90 * minute), {
      touchpoint,
      channel,
      direction,
      ...(rep !== null && { rep }),
      outcome: random.chance(0.06) ? 'bounced' : 'opened',
    });
}

/** The machine thanks for the enquiry. It answers nobody's question, and no clock stops. */
export const acknowledge = (tale: Tale): void => {
  tale.tell('touchpoint.recorded', '/mail', tale.arrivedAt + tale.random.between(second, 4 * second), {
    touchpoint: tale.nextId(),
    channel: 'email',
    direction: 'outbound',
    actor: 'automated',
    outcome: 'sent',
  });
};
