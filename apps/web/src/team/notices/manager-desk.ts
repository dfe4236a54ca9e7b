import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { createStore } from 'zustand/vanilla';
import { linkStore } from '../../console/console-link.js';
import { acknowledgeAs } from '../../ringing/acknowledge.js';
import { announceAlert } from '../../ringing/announcer.js';
import { areSame, isAhead } from '../../ringing/live-alert.js';
import { ringFor, soundOnce } from '../../ringing/ring-for.js';
import { alertsToShow, alertsToTell } from './manager-alerts.js';
import { managerStore } from './manager-choice.js';
import { closeBeside, tellBeside } from './manager-notices.js';
import { isLive, listener, ownAlerts } from './manager-seat.js';

/** A page that is opened still tells what was raised so short a time before. */
const JUST_RAISED_MS = 60_000;
/** Pages of reps ring for themselves. */
const RINGS_AS = 'manager ';

/** The alerts that the page shows the manager who sits here. */
export const managerAlertStore = createStore<{ readonly mine: readonly LiveAlert[] }>(() => ({ mine: [] }));

/** As whose manager this page looked last, and which alerts, by their ids, were open of which leads. */
let last: { readonly as: string; readonly alerts: ReadonlyMap<string, string> } = { as: '', alerts: new Map() };

/** Looks which alerts are new, and which are over; to be called whenever something was heard, also while the view is paused. */
export function lookForManagerAlerts(): void {
  const own = ownAlerts();
  if (own === null) return;
  const { now } = linkStore.getState();
  show(alertsToShow(own, now));
  if (!isLive()) return;
  const as = listener();
  const news = alertsToTell(own, as === last.as ? new Set(last.alerts.keys()) : null, now - JUST_RAISED_MS, now);
  for (const alert of news) {
    ringFor(alert, () => isShown(alert), ring, RINGS_AS);
    tellBeside(alert, isAhead(alert, now));
  }
  const leads = new Set(own.map(({ lead }) => lead));
  for (const lead of new Set(last.alerts.values())) if (!leads.has(lead)) closeBeside(lead);
  last = { as, alerts: new Map(own.map(({ alert, lead }) => [alert, lead])) };
}

// somebody says whose manager he is
managerStore.subscribe(lookForManagerAlerts);

function show(mine: readonly LiveAlert[]): void {
  const before = managerAlertStore.getState().mine;
  if (!areSame(mine, before)) managerAlertStore.setState({ mine });
}

const isShown = ({ alert: id }: LiveAlert): boolean => managerAlertStore.getState().mine.some(({ alert }) => alert === id);

function ring(alert: LiveAlert): void {
  const ahead = isAhead(alert, linkStore.getState().now);
  soundOnce(alert, ahead);
  announceAlert(alert, ahead);
}

/** Says that the manager has seen these, and what else tells him of their leads; until the server has it they stay. */
export async function acknowledge(told: readonly LiveAlert[]): Promise<boolean> {
  const leads = new Set(told.map(({ lead }) => lead));
  const isHeard = await acknowledgeAs(
    listener(),
    (ownAlerts() ?? []).filter(({ lead, retracted }) => leads.has(lead) && !retracted),
  );
  lookForManagerAlerts();
  return isHeard;
}
