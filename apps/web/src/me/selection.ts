import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { createStore } from 'zustand/vanilla';
import { knownLead, nextUp, queueStore } from './queue-store.js';

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
  const known = lead === null ? undefined : knownLead(lead);
  selectionStore.setState({ lead, seen: known?.lead ?? null, waits: known?.waits === true, chosen });
}

/** Follows the queue: what is selected stays so when it is answered; when nothing is, the first in need opens by itself. To be called once. */
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
  } else if (waits || (seen === null && !chosen)) selectionStore.setState({ waits: false });
}
