import { keepSeat, keptSeat } from './memory.js';
import { home, tellRenewed } from './pages.js';

declare const self: ServiceWorkerGlobalScope;

/**
 * The push service has ended this browser's subscription: another takes its place, and the server hears that it does, so that nobody is told by the old
 * one. A server that is away hears it from the next page that is opened here.
 */
export async function renewSubscription({ newSubscription }: PushSubscriptionChangeEvent): Promise<void> {
  const seat = await keptSeat(home());
  if (seat === null) return;
  // some browsers have subscribed again by themselves
  const subscription = newSubscription ?? (await subscribeAgain());
  const { way, ...asked } = seat;
  const reply = await fetch('/v1/push/subscriptions', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...asked, subscription, ...(way !== '' && { replaces: way }) }),
  });
  if (!reply.ok) return;
  const kept: { readonly way: string } = await reply.json();
  await keepSeat(home(), { ...seat, way: kept.way });
  await tellRenewed();
}

async function subscribeAgain(): Promise<PushSubscription> {
  const { key }: { readonly key: string } = await (await fetch('/v1/push')).json();
  return self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}
