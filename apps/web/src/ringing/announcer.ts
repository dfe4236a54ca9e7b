import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { createStore } from 'zustand/vanilla';
import { type Announcement, BETWEEN_MS, nextToSay, silence, withAnnouncement } from './announcements.js';
import { isCall } from './live-alert.js';

/** What the polite region holds now. */
export const announcerStore = createStore<{ readonly said: Announcement | null }>(() => ({ said: null }));

let speech = silence;
let timer: number | undefined;

/** Tells those who listen, at most one thing in five seconds. */
export function announce(one: Announcement): void {
  speech = withAnnouncement(speech, one);
  speak();
}

/** Tells them of an alert that has just begun. */
export const announceAlert = (alert: LiveAlert, ahead: boolean): void =>
  announce({ what: isCall(alert) ? 'call' : alert.answered === true ? 'talk' : ahead ? 'soon' : 'late', name: alert.name });

function speak(): void {
  const next = nextToSay(speech, performance.now());
  ({ speech } = next);
  if (next.say !== null) announcerStore.setState({ said: next.say });
  window.clearTimeout(timer);
  if (speech.waiting.length > 0) timer = window.setTimeout(speak, BETWEEN_MS);
}
