import type { Enquiry } from './enquiries.js';
import { minute, second, target } from './floor.js';
import type { Rep } from './reps.js';
import type { Tale } from './tale.js';
import { acknowledge, call, write } from './touches.js';

/** How the first answer went: who gave it, when, and whether the two have talked. Null: nobody ever answered. */
export interface Answered {
  readonly rep: Rep;
  readonly at: number;
  readonly talked: boolean;
}

/** Nobody is quicker, and who is not late is done a moment before he would be. */
const quickest = 9 * second;
const justInTime = target - 8 * second;
/** Who forgets a lead remembers it within three quarters of an hour. */
const longestForgotten = 45 * minute;

/** From the arrival to the first answer: who takes the lead, how long it waits, by what it is answered. */
export function tellFirstAnswer(tale: Tale, enquiry: Enquiry, isForgotten: boolean): Answered | null {
  const { random, reps } = tale;
  const rep = random.weighted([
    { value: reps[0], weight: reps[0].habit.eager },
    ...reps.slice(1).map((value) => ({ value, weight: value.habit.eager })),
  ]);
  if (enquiry.channel === 'web' && random.chance(0.3)) acknowledge(tale);
  if (!isForgotten && random.chance(0.012)) return tellOfSpam(tale, rep);
  if (enquiry.channel === 'phone' && !isForgotten && random.chance(0.7)) return pickUp(tale, rep);
  const { at, from } = isForgotten || random.chance(rep.habit.forgets) ? tellForgotten(tale, rep, isForgotten) : tellTaken(tale, rep);
  return answer(tale, enquiry, from, at);
}

/** The telephone rings, and somebody picks up: answered before anybody has to hurry. */
function pickUp(tale: Tale, rep: Rep): Answered {
  const at = tale.arrivedAt + tale.random.between(4 * second, 18 * second);
  tale.tell('lead.claimed', '/phone', at, { rep: rep.id });
  const touchpoint = tale.nextId();
  const talk = Math.round(tale.random.logNormal(180, 0.6));
  tale.tell('touchpoint.recorded', '/phone', at, {
    touchpoint,
    channel: 'call',
    direction: 'inbound',
    rep: rep.id,
    outcome: 'connected',
    duration_s: talk,
  });
  return { rep, at, talked: true };
}

/** In time: assigned by the rule or claimed from the pool, now and then given back, now and then paused. */
function tellTaken(tale: Tale, rep: Rep): { at: number; from: Rep } {
  const { random, arrivedAt } = tale;
  const wait = Math.min(justInTime, Math.max(quickest, random.logNormal(rep.habit.pace, 0.45) * second));
  const at = arrivedAt + wait;
  // it stands on his screen for some seconds before he does anything about it
  tale.tell('lead.viewed', '/crm', at - Math.min(wait * 0.7, 45 * second), { rep: rep.id });
  if (random.chance(0.5)) tale.tell('lead.assigned', '/crm', arrivedAt + second, { owner: rep.id, team: rep.team, by: 'rule:rota' });
  else tale.tell('lead.claimed', '/crm', at - Math.min(wait * 0.5, random.between(5 * second, 30 * second)), { rep: rep.id });
  if (random.chance(0.008)) return pause(tale, rep, at);
  if (wait < 100 * second || !random.chance(0.08)) return { at, from: rep };
  // it was not for him: back to the pool, and the next one takes it
  const next = random.pick(tale.reps);
  tale.tell('lead.assigned', '/crm', at - 30 * second, { owner: null, by: rep.id });
  tale.tell('lead.claimed', '/crm', at - 12 * second, { rep: next.id });
  return { at, from: next };
}

/** The person asked for another hour: the clock stands still until then. */
function pause(tale: Tale, rep: Rep, at: number): { at: number; from: Rep } {
  const again = at + tale.random.between(15 * minute, 60 * minute);
  tale.tell('lead.paused', '/crm', at - 2 * second, { rep: rep.id, reason: 'asked_for_later' });
  tale.tell('lead.resumed', '/crm', again, { rep: rep.id });
  return { at: again + tale.random.between(15 * second, 60 * second), from: rep };
}

/** Late: he had it and forgot it, or nobody had it; in the end he remembers, or the rule gives it to another. */
function tellForgotten(tale: Tale, rep: Rep, isSeen: boolean): { at: number; from: Rep } {
  const { random, arrivedAt } = tale;
  const over = isSeen ? random.between(3 * minute, 6 * minute) : random.exponential(8 * minute) + 15 * second;
  const at = arrivedAt + Math.min(longestForgotten, target + over);
  if (isSeen || random.chance(0.3)) {
    tale.tell('lead.claimed', '/crm', at - 9 * second, { rep: rep.id });
    return { at, from: rep };
  }
  tale.tell('lead.assigned', '/crm', arrivedAt + second, { owner: rep.id, team: rep.team, by: 'rule:rota' });
  if (over < 2 * minute || random.chance(0.5)) return { at, from: rep };
  const next = random.pick(tale.reps);
  tale.tell('lead.assigned', '/crm', at - 60 * second, { owner: next.id, team: next.team, by: 'rule:late' });
  return { at, from: next };
}

/** Nobody calls a robot; in the end somebody clears it away. */
function tellOfSpam(tale: Tale, rep: Rep): null {
  const at = tale.arrivedAt + tale.random.between(2 * minute, 35 * minute);
  tale.tell('lead.disqualified', '/crm', at, { rep: rep.id, reason: tale.random.chance(0.7) ? 'spam' : 'duplicate' });
  return null;
}

function answer(tale: Tale, enquiry: Enquiry, rep: Rep, at: number): Answered {
  const { random } = tale;
  if (enquiry.channel === 'chat') {
    write(tale, 'chat', 'outbound', at, rep.id);
    const talked = random.chance(0.7);
    if (talked) write(tale, 'chat', 'inbound', at + random.between(10 * second, 80 * second), null);
    return { rep, at, talked };
  }
  if (random.chance(0.18)) {
    write(tale, random.chance(0.6) ? 'email' : 'sms', 'outbound', at, rep.id);
    return { rep, at, talked: false };
  }
  const outcome = call(tale, rep.id, at);
  // a wrong number is no answer: an e-mail right behind it is
  if (outcome === 'wrong_number') write(tale, 'email', 'outbound', at + random.between(20 * second, 90 * second), rep.id);
  return { rep, at, talked: outcome === 'connected' };
}
