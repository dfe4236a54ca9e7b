import type { ToWorker } from '../../worker/said.js';

/** What a browser has of notifications: a page of plain http gets none. */
export const hasNotices = (): boolean => window.isSecureContext && 'Notification' in window && 'serviceWorker' in navigator;

/** The worker of the page under this address, once it works. */
export async function workerReady(scope: string): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register('/worker.js', { scope, updateViaCache: 'none' });
  return navigator.serviceWorker.ready;
}

/** The subscription to this browser's push service for the server's key. One that was made for other keys of ours hears nothing any more. */
export async function subscriptionFor({ pushManager }: ServiceWorkerRegistration, key: string): Promise<PushSubscription> {
  const there = await pushManager.getSubscription();
  const known = there?.options.applicationServerKey ?? null;
  if (there !== null && known !== null && base64url(known) === key) return there;
  await there?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

/** Ends the subscription of the page under this address. */
export async function unsubscribe(scope: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

/** Tells the worker of the page under this address; where there is none nobody hears it. */
export function tellWorker(scope: string, message: ToWorker): void {
  void navigator.serviceWorker.getRegistration(scope).then((registration) => registration?.active?.postMessage(message));
}

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
