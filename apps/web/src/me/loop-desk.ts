import type { Offer } from '@leadclock/live-protocol/agreement.js';
import type { EventName } from '@leadclock/live-protocol/event-name.js';
import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import type { RepStatus } from '@leadclock/live-protocol/rep-status.js';
import { type CommandAnswer, send, sendStatus } from '../console/commands.js';
import { remember, remembered } from '../console/remembered.js';
import { announce } from '../ringing/announcer.js';
import { ask, forgetAsk } from './ask-desk.js';
import { claimOver } from './claim-desk.js';
import { closeSheet } from './log-desk.js';
import { closeLoopSheet, type LoopSheetName, loopSheetStore } from './loop-sheet.js';
import { nameOfOffer } from './offers.js';
import { choose } from './selection.js';
import { rep } from './streams.js';

/** Opens a sheet of the lead, in the place of whatever is open. */
export function openLoopSheet(sheet: LoopSheetName, lead: string): void {
  closeSheet();
  forgetAsk(placeOf(sheet, lead));
  loopSheetStore.setState({ open: { sheet, lead } });
}

/** Where it is told what did not come of a command. */
export const placeOf = (what: LoopSheetName | 'release' | 'answer' | 'takeBack' | 'dropCall', lead: string): string => `${what} ${lead}`;
export const STATUS_PLACE = 'status';

/** Offers that this rep answered or took back in this browser, the latest last: the words of how they ended differ, after a reload too. */
const ANSWERED_KEPT = 50;
const answered = (): readonly string[] => (remembered('answered-offers') ?? '').split('\n');
export const answeredHere = (offer: Offer): boolean => answered().includes(`${rep} ${nameOfOffer(offer)}`);
const keepAnswered = (offer: Offer): void =>
  remember('answered-offers', [...answered(), `${rep} ${nameOfOffer(offer)}`].slice(-ANSWERED_KEPT).join('\n'));

export async function callBackAt(lead: string, what: string, at: number): Promise<void> {
  const promised = new Date(at).toISOString();
  if (await ask(placeOf('callBack', lead), what, (key) => send('call-back', lead, { rep, at: promised }, key))) closeLoopSheet();
}

/** Takes back that the lead will be called. */
export const dropCall = (lead: string, event: EventName): Promise<boolean> =>
  ask(placeOf('dropCall', lead), event.id, (key) => send('undo', lead, { rep, event }, key));

export async function handOver(lead: string, to: string): Promise<void> {
  if (await ask(placeOf('handOver', lead), to, (key) => send('offer', lead, { rep, to }, key))) closeLoopSheet();
}

/** Takes an offer back that this rep has made. */
export const takeBack = (lead: string, offer: Offer): Promise<boolean> =>
  answering(placeOf('takeBack', lead), offer, (key) => send('decline', lead, { rep, offer: offer.event }, key));

export const declineOffer = (lead: string, offer: Offer): Promise<boolean> =>
  answering(placeOf('answer', lead), offer, (key) => send('decline', lead, { rep, offer: offer.event }, key));

/** Takes over a lead that was offered, and shows it. */
export async function acceptOffer(lead: string, name: string, offer: Offer): Promise<void> {
  if (!(await answering(placeOf('answer', lead), offer, (key) => send('accept', lead, { rep, offer: offer.event }, key)))) return;
  announce({ what: 'yours', name });
  choose(lead);
}

async function answering(place: string, offer: Offer, sending: (key: string) => Promise<CommandAnswer>): Promise<boolean> {
  const done = await ask(place, offer.event.id, sending);
  if (done) keepAnswered(offer);
  return done;
}

/** Gives a lead back to the pool. */
export async function giveBack(lead: string): Promise<void> {
  if (await ask(placeOf('release', lead), '', (key) => send('release', lead, { rep }, key))) claimOver(lead);
}

export async function putOff({ lead, alert }: LiveAlert, seconds: number, reason: string): Promise<void> {
  const sending = (key: string): Promise<CommandAnswer> => send('snooze', lead, { rep, alert, seconds, reason }, key);
  if (await ask(placeOf('putOff', lead), `${alert} ${seconds} ${reason}`, sending)) closeLoopSheet();
}

export const sayStatus = (status: RepStatus['is']): Promise<boolean> => ask(STATUS_PLACE, status, (key) => sendStatus(rep, status, key));
