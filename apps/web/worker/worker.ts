import { keepSeat } from './memory.js';
import { offlinePage } from './offline.js';
import { home, openPage } from './pages.js';
import { renewSubscription } from './renew.js';
import { readSaid, readSeat, type Said, type ToWorker } from './said.js';
import { close, closeOthers, tell } from './tell.js';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// nothing is kept of what the pages load: a page of another build must never get the parts of an old one
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  event.respondWith(fetch(event.request).catch(() => offlinePage(navigator.language)));
});

self.addEventListener('push', (event) => {
  const said = readSaid(jsonOf(event.data));
  if (said !== null) event.waitUntil(tell(said, false));
});

self.addEventListener('message', (event) => {
  const message: ToWorker = event.data;
  switch (message.type) {
    case 'tell':
      return event.waitUntil(tell(message.said, message.isSilent));
    case 'close':
      return event.waitUntil(close(message.lead));
    case 'standing':
      return event.waitUntil(closeOthers(message.rep, message.leads));
    case 'seat':
      return event.waitUntil(keepSeat(home(), readSeat(message.seat)));
  }
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const said = readSaid(event.notification.data);
  event.waitUntil(said === null ? openPage('') : pressed(said, event.action));
});

// the push service gives another subscription when it likes, also while no page is open
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renewSubscription(event)));

/** A claim is the rep's at once, or somebody else's: the page says which. Where nobody knows, the queue does. */
async function pressed(said: Said, action: string): Promise<void> {
  const isKnown = action !== 'claim' || (await claim(said));
  await openPage(isKnown ? said.lead : '');
}

async function claim({ alert_id: alert, lead, rep, claim: offered }: Said): Promise<boolean> {
  if (rep === null || offered === null) return true;
  const reply = await fetch(`/v1/leads/${encodeURIComponent(lead)}/claim`, {
    method: 'POST',
    // one press, however often it is sent
    headers: { 'content-type': 'application/json', 'idempotency-key': `notification-${alert}` },
    body: JSON.stringify({ rep, assignment: offered.assignment }),
  }).catch(() => null);
  return reply !== null && (reply.ok || reply.status === 409);
}

function jsonOf(data: PushMessageData | null): unknown {
  try {
    return data?.json();
  } catch {
    return null;
  }
}
