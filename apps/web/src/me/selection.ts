import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { createStore } from 'zustand/vanilla';
import { linkStore, togglePause } from '../console/console-link.js';
import { logStore, sheetOver } from './log-desk.js';
import { heardLead, knownLead, nextUp, queueStore } from './queue-store.js';
import { memberOf } from './record.js';

/** Which lead is on the page. */
export interface Selection {
  /** null: none; the queue is the page */
  readonly lead: string | null;
  /** the lead as it was seen last; null: it was never in the queue while this page was open */
  readonly seen: QueueLead | null;
  readonly waits: boolean;
  /** somebody chose it: on a phone it is then a page of its own */
  readonly chosen: boolean;
}

const asked = (): string | null => new URLSearchParams(window.location.search).get('lead') || null;
const none: Selection = { lead: null, seen: null, waits: false, chosen: false };

export const selectionStore = createStore<Selection>(() => ({ ...none, lead: asked(), chosen: asked() !== null }));

/** Shows a lead, or none; its address can be copied, and the browser's way back leads to the queue. */
export function choose(lead: string | null): void {
  const address = new URL(window.location.href);
  const before = address.searchParams.get('lead');
  if (lead === null) address.searchParams.delete('lead');
  else address.searchParams.set('lead', lead);
  if (before !== lead) window.history[before === null ? 'pushState' : 'replaceState'](null, '', address);
  show(lead, lead !== null);
}

function show(lead: string | null, chosen: boolean): void {
  // a view that stands still may be older than the lead that somebody wants to see
  if (lead !== null && linkStore.getState().paused && knownLead(lead) === undefined && heardLead(lead) !== undefined) togglePause();
  const known = lead === null ? undefined : knownLead(lead);
  selectionStore.setState({ lead, seen: known?.lead ?? null, waits: known?.waits === true, chosen });
}

/** The lead on the page is one that no queue lists: from now on it has a card. */
export function adopt(lead: QueueLead): void {
  const { lead: shown, seen } = selectionStore.getState();
  if (shown === lead.lead && seen === null) selectionStore.setState({ seen: lead, waits: false, chosen: true });
}

/**
 * Follows the queue: what somebody chose, or has in hand, stays when it is answered; in the place of what opened by itself the next in need opens.
 * To be called once.
 */
export function startSelection(): void {
  queueStore.subscribe(follow);
  window.addEventListener('popstate', () => show(asked(), asked() !== null));
}

function follow(): void {
  const { lead, seen, waits, chosen } = selectionStore.getState();
  if (lead === null) {
    const first = nextUp(null);
    if (first !== null) show(first, false);
    return;
  }
  const known = knownLead(lead);
  if (known !== undefined) {
    if (known.lead !== seen || known.waits !== waits) selectionStore.setState({ seen: known.lead, waits: known.waits });
  } else if (chosen || isInHand(lead)) {
    if (waits || !chosen) selectionStore.setState({ waits: false, chosen: true });
  } else show(nextUp(lead), false);
}

/** Whether somebody writes about the lead, or has pressed Call and not said yet what came of it. */
const isInHand = (lead: string): boolean => sheetOver(lead) !== null || memberOf(logStore.getState().calls, lead) !== undefined;
