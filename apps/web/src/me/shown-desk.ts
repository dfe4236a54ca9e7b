import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { newKey, send } from '../console/commands.js';
import { remember, remembered } from '../console/remembered.js';
import { readRings, withRing } from '../ringing/rings.js';

/** Between two tries of what the server did not confirm. */
const AGAIN_MS = 1_000;

/** Alerts of which the server knows that this browser has shown them. */
const said = (): readonly string[] => readRings(remembered('shown'));

export const isSaid = ({ alert }: LiveAlert): boolean => said().includes(alert);

/**
 * Says that a rep is shown an alert, until the server has it or `stands` says that it is over: once in the life of this browser, by one of its tabs, and
 * by another one when that goes before it was heard.
 */
export async function sayShown(alert: LiveAlert, rep: string, stands: () => boolean): Promise<void> {
  // a browser has no locks for a page that came over plain HTTP: its tabs may both say it, and the server counts the first
  if (!('locks' in navigator)) return say(alert, rep, stands);
  await navigator.locks.request(`leadclock.shown.${alert.alert}`, () => say(alert, rep, stands));
}

async function say(alert: LiveAlert, rep: string, stands: () => boolean): Promise<void> {
  const key = newKey();
  while (!isSaid(alert) && stands()) {
    const { kind } = await send('shown', alert.lead, { rep, alert: alert.alert }, key);
    if (kind !== 'unconfirmed') remember('shown', JSON.stringify(withRing(said(), alert.alert)));
    else await new Promise((over) => window.setTimeout(over, AGAIN_MS));
  }
}
