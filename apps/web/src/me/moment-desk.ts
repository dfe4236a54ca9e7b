import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { linkStore } from '../console/console-link.js';
import { awayStore, playHere } from '../console/sound-away.js';
import { announce } from '../ringing/announcer.js';
import { type Moment, momentsBetween } from './moments.js';
import { allWaiting } from './queue.js';
import { isSeated } from './seat.js';
import { floor, own, rep } from './streams.js';

let before: { readonly leads: Readonly<Record<string, QueueLead>>; readonly asOf: number } | null = null;

/** Sounds and words for new leads and for the minute that is left; to be called whenever something was heard, and each second. */
export function lookForMoments(): void {
  const { now: asOf, freshness } = linkStore.getState();
  if (floor.stream.state === null || own.stream.state === null || freshness !== 'live' || !isSeated()) return;
  const now = { leads: allWaiting({ floor: floor.stream.state.leads, own: own.stream.state.leads }), asOf };
  const moments = momentsBetween(before, now, rep);
  before = now;
  for (const moment of moments) tell(moment);
}

function tell({ what, lead }: Moment): void {
  // a page that nobody looks at need not sound for what has time, unless that is what is wanted; its title tells
  if (what === 'minute' || document.hasFocus() || awayStore.getState().isOnlyAway) playHere(what === 'new' ? 'new' : 'tick');
  announce({ what, name: lead.name });
}
