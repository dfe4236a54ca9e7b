import type { FloorState } from '@leadclock/live-protocol/floor-state.js';
import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { createStore } from 'zustand/vanilla';
import { linkStore } from '../console/console-link.js';
import { type ShownQueue, shownQueue, stepFrom, walk } from './frozen-queue.js';
import { allWaiting, queueOf, type Waiting } from './queue.js';
import { memberOf } from './record.js';
import { floor, own, rep } from './streams.js';

/** How long the order stands still after pointer and focus have left the list. */
const STILL_AFTER_MS = 2_000;

interface QueueView {
  readonly queue: ShownQueue;
  readonly counts: FloorState['counts'];
  readonly othersOpen: boolean;
}

const nothing: ShownQueue = { sections: { mineLate: [], calls: [], mine: [], nobodys: [], others: [] }, news: 0, moved: false };

export const queueStore = createStore<QueueView>(() => ({
  queue: nothing,
  counts: { waiting: 0, late: 0, nobodys: 0 },
  othersOpen: false,
}));

let isPointed = false;
let linger: number | undefined;

const waiting = (): Waiting => ({
  floor: floor.shown.getState().state?.leads ?? {},
  own: own.shown.getState().state?.leads ?? {},
  agreed: own.shown.getState().state?.agreed ?? {},
});

/** The lead as the page knows it now; undefined: it does not wait. */
export const waitingLead = (lead: string): QueueLead | undefined => memberOf(allWaiting(waiting()), lead);

/** The lead as the server told it last, also while the view stands still; undefined: it does not wait. */
export const heardLead = (lead: string): QueueLead | undefined =>
  memberOf(allWaiting({ floor: floor.stream.state?.leads ?? {}, own: own.stream.state?.leads ?? {} }), lead);

/** The lead as the page knows it, also one that does not wait and about which something is agreed. */
export function knownLead(lead: string): { readonly lead: QueueLead; readonly waits: boolean } | undefined {
  const waits = waitingLead(lead);
  if (waits !== undefined) return { lead: waits, waits: true };
  const agreed = memberOf(waiting().agreed, lead);
  return agreed === undefined ? undefined : { lead: agreed, waits: agreed.waits };
}

function refresh(still: boolean): void {
  const { queue: before } = queueStore.getState();
  const queue = shownQueue(before, queueOf(waiting(), rep, linkStore.getState().asOf), still);
  const counts = floor.shown.getState().state?.counts ?? queueStore.getState().counts;
  queueStore.setState({ queue, counts });
}

/** Keeps the queue in step with the streams and the second; to be called once. */
export function startQueue(): void {
  const turn = (): void => refresh(isStill());
  floor.shown.subscribe(turn);
  own.shown.subscribe(turn);
  linkStore.subscribe((view, before) => {
    if (view.asOf !== before.asOf) turn();
  });
}

/** Whether somebody is in the list. What has the focus is looked up: a control that goes away with it says nothing to anybody. */
const isHeld = (): boolean => isPointed || document.activeElement?.closest('.queue') != null;
const isStill = (): boolean => linger !== undefined || isHeld();

/** The pointer came into the list, or left it: while it or the focus is there the order stands still, and two seconds longer. */
export function point(isIn: boolean): void {
  isPointed = isIn;
  if (!isIn) letGo();
}

/** Pointer or focus left the list. */
export function letGo(): void {
  window.clearTimeout(linger);
  linger = window.setTimeout(() => {
    linger = undefined;
    if (!isStill()) refresh(false);
  }, STILL_AFTER_MS);
}

/** The new order at once, though the pointer is in the list. */
export const reorder = (): void => refresh(false);

export const toggleOthers = (): void => queueStore.setState(({ othersOpen }) => ({ othersOpen: !othersOpen }));

/** The next lead in that direction; null: there is none. */
export function neighbour(lead: string | null, by: 1 | -1): string | null {
  const { queue, othersOpen } = queueStore.getState();
  return stepFrom(walk(queue, othersOpen), lead, by);
}

/** What to do next: the first lead of the queue but for this one, and but for calls whose time has not come; null: nobody waits. */
export function nextUp(but: string | null): string | null {
  const { queue } = queueStore.getState();
  const { asOf } = linkStore.getState();
  const early = new Set(queue.sections.calls.filter(({ lead }) => (lead.callBack?.at ?? 0) > asOf).map(({ lead }) => lead.lead));
  const rows = walk(queue, false).filter((row) => !row.gone && row.lead.lead !== but && !early.has(row.lead.lead));
  return rows[0]?.lead.lead ?? null;
}
