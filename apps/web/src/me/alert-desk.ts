import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { createStore } from 'zustand/vanilla';
import { linkStore } from '../console/console-link.js';
import { acknowledgeAs } from '../ringing/acknowledge.js';
import { alertWords } from '../ringing/alert-words.js';
import { announceAlert } from '../ringing/announcer.js';
import { areSame, isAhead, tellingOf } from '../ringing/live-alert.js';
import { rings } from '../ringing/one-ring.js';
import { ringFor, soundOnce } from '../ringing/ring-for.js';
import { toRing } from '../ringing/rings.js';
import { seenHere } from '../ringing/seen-here.js';
import { alertsFor, type Seat, seenWith } from './alerts.js';
import { closeNotice, showNotice } from './notices.js';
import { isSeated } from './seat.js';
import { isSaid, sayShown } from './shown-desk.js';
import { floor, rep } from './streams.js';

/** The alerts that this rep has not seen yet. */
export const alertStore = createStore<{ readonly mine: readonly LiveAlert[] }>(() => ({ mine: [] }));

const noAlerts: readonly LiveAlert[] = [];
const begun = new Set<string>();
let seen = seenHere(rep);

export const openAlerts = (): Readonly<Record<string, LiveAlert>> => floor.stream.state?.alerts ?? {};
const isThere = (other: string): boolean => floor.stream.state?.reps[other]?.active === true;
export const seat = (): Seat => ({ rep, team: floor.stream.state?.reps[rep]?.team ?? null, seen, isThere });

/** Looks which alerts are new; to be called whenever something was heard, also while the view is paused. */
export function lookForAlerts(): void {
  const mine = isSeated() ? alertsFor(openAlerts(), seat(), linkStore.getState().now) : noAlerts;
  const before = alertStore.getState().mine;
  if (!areSame(mine, before)) alertStore.setState({ mine });
  for (const gone of before.filter(({ lead }) => !mine.some((alert) => alert.lead === lead))) {
    closeNotice(gone.lead);
    // should it come back to him, he is told anew
    if (gone.moved === true) begun.delete(tellingOf(gone));
  }
  if (!['live', 'reconnecting'].includes(linkStore.getState().freshness)) return;
  // who takes a lead of which he was told is not told of it again
  for (const alert of mine) if (before.some((one) => one.alert === alert.alert)) begun.add(tellingOf(alert));
  const news = mine.filter((alert) => !begun.has(tellingOf(alert)));
  if (news.length === 0) return;
  for (const alert of news) begun.add(tellingOf(alert));
  const rung = rings();
  for (const alert of toRing(news, rung)) ringFor(alert, () => isMine(alert), tell);
  // rung for by a page that went before the server knew
  for (const alert of news) if (rung.has(tellingOf(alert)) && !alert.retracted && !isSaid(alert)) show(alert);
}

const isMine = ({ alert: id }: LiveAlert): boolean => alertStore.getState().mine.some(({ alert }) => alert === id);

function tell(alert: LiveAlert): void {
  const ahead = isAhead(alert, linkStore.getState().now);
  soundOnce(alert, ahead);
  showNotice({ alert, isAhead: ahead, ...alertWords(alert, ahead) });
  announceAlert(alert, ahead);
  show(alert);
}

const isOpen = (told: LiveAlert): boolean => Object.values(openAlerts()).some(({ alert, retracted }) => alert === told.alert && !retracted);

const show = (alert: LiveAlert): void => whenPainted(() => void sayShown(alert, rep, () => isOpen(alert)));

/** After the picture with the alert in it; a hidden page paints none, and has been heard. */
function whenPainted(then: () => void): void {
  if (document.hidden) then();
  else requestAnimationFrame(() => window.setTimeout(then, 0));
}

/** Says that this rep has seen it, and what else tells him of the lead; until the server has it the alert stays. */
export async function acknowledge(told: LiveAlert): Promise<boolean> {
  const isHeard = await acknowledgeAs(rep, seenWith(openAlerts(), told, seat()));
  seen = seenHere(rep);
  lookForAlerts();
  return isHeard;
}
