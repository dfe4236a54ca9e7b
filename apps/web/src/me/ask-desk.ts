import { createStore } from 'zustand/vanilla';
import { newKey } from '../console/commands.js';
import { linkStore } from '../console/console-link.js';
import { type AskState, afterAnswer, type Sending, toSend } from './ask-state.js';
import { memberOf, withMember, withoutMember } from './record.js';

/** What this page has asked and what did not come of it, by the place that shows it; of many the oldest are forgotten. */
export const askStore = createStore<Readonly<Record<string, AskState>>>(() => ({}));
const KEPT = 100;

const set = (place: string, state: AskState | null): void =>
  askStore.setState(state === null ? withoutMember(askStore.getState(), place) : withMember(askStore.getState(), place, state, KEPT), true);

/**
 * Asks the server for something and says whether it is done; `what` tells apart what may be asked at one place. Without a live page nothing is sent, now
 * or later, nor while an answer is waited for there.
 */
export async function ask(place: string, what: string, send: Sending): Promise<boolean> {
  const before = memberOf(askStore.getState(), place);
  if (!['live', 'reconnecting'].includes(linkStore.getState().freshness) || before?.step === 'asking') return false;
  const asked = toSend(before, { key: newKey(), what, send });
  set(place, asked);
  const answer = await asked.send(asked.key);
  set(place, afterAnswer(asked, answer));
  return answer.kind === 'done';
}

/** The same once more, where nobody knows whether it was done. */
export async function askAgain(place: string): Promise<boolean> {
  const before = memberOf(askStore.getState(), place);
  return before?.step === 'unconfirmed' ? ask(place, before.what, before.send) : false;
}

/** What did not come of it has been read. */
export const forgetAsk = (place: string): void => {
  const step = memberOf(askStore.getState(), place)?.step;
  if (step !== undefined && step !== 'asking') set(place, null);
};
