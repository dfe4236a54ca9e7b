import { whenOpen } from './busy-hours.js';
import type { Answered } from './first-answer.js';
import { hour, minute, second } from './floor.js';
import type { Tale } from './tale.js';
import { call, laterCall, write } from './touches.js';

/** After an answer that reached nobody: tries again, and call-backs. Answers when the two talked; null: they never did, and the lead is given up or left. */
export function tellFollowUp(tale: Tale, { rep, at, talked }: Answered): number | null {
  const { random, floor } = tale;
  if (talked) return at;
  if (random.chance(0.1)) return tellCallBack(tale, rep.id, at + random.between(3 * minute, 50 * minute));
  let last = at;
  for (let tries = 0; tries < rep.habit.tries; tries++) {
    const next = whenOpen(floor.zone, last + random.between(20 * minute, 5 * hour), random);
    const isPromised = random.chance(0.15);
    if (isPromised) setFollowUp(tale, rep.id, last + random.between(10 * second, 60 * second), next);
    // who has promised a call does not write instead
    const reached = random.chance(0.7) || isPromised ? callAgain(tale, rep.id, next) : writeAgain(tale, rep.id, next);
    if (reached !== null) return reached;
    last = next;
  }
  if (random.chance(0.6)) giveUp(tale, rep.id, last + random.between(2 * minute, 30 * minute));
  return null;
}

function tellCallBack(tale: Tale, rep: string, at: number): number {
  const touchpoint = tale.nextId();
  const talk = Math.round(tale.random.logNormal(160, 0.7));
  tale.tell('touchpoint.recorded', '/phone', at, {
    touchpoint,
    channel: 'call',
    direction: 'inbound',
    rep,
    outcome: 'connected',
    duration_s: talk,
  });
  return at;
}

const setFollowUp = (tale: Tale, rep: string, at: number, due: number): void => {
  tale.tell('lead.follow_up_set', '/crm', at, { rep, at: new Date(due).toISOString(), reason: 'no_answer' });
};

const callAgain = (tale: Tale, rep: string, at: number): number | null => {
  const outcome = call(tale, rep, at, tale.random.weighted(laterCall));
  if (tale.random.chance(0.015)) tellTwice(tale, rep, at);
  return outcome === 'connected' ? at : null;
};

function writeAgain(tale: Tale, rep: string, at: number): number | null {
  write(tale, tale.random.chance(0.7) ? 'email' : 'sms', 'outbound', at, rep);
  if (!tale.random.chance(0.12)) return null;
  const reply = at + tale.random.between(5 * minute, 3 * hour);
  write(tale, 'email', 'inbound', reply, null);
  return reply;
}

/** The call was entered by hand as well; a little later somebody sees it and takes that back. */
function tellTwice(tale: Tale, rep: string, at: number): void {
  const touchpoint = tale.nextId();
  tale.tell('touchpoint.recorded', '/crm', at + 40 * second, {
    touchpoint,
    channel: 'call',
    direction: 'outbound',
    rep,
    outcome: 'no_answer',
  });
  tale.tell('touchpoint.retracted', '/crm', at + tale.random.between(2 * minute, 20 * minute), { touchpoint, reason: 'entered_twice' });
}

/** Some give up by mistake, and take it back. */
function giveUp(tale: Tale, rep: string, at: number): void {
  const told = tale.tell('lead.disqualified', '/crm', at, { rep, reason: 'unreachable' });
  if (!tale.random.chance(0.06)) return;
  const { source, id } = told;
  tale.tell('event.retracted', '/crm', at + tale.random.between(1 * minute, 10 * minute), { source, id, reason: 'by_mistake' });
}
