import { i18n } from '@lingui/core';
import { createStore } from 'zustand/vanilla';
import type { ToWorker } from '../../../worker/said.js';
import { linkStore } from '../../console/console-link.js';
import { remember, remembered } from '../../console/remembered.js';
import { tellBy } from '../notices.js';
import { isSeated } from '../seat.js';
import { rep } from '../streams.js';
import { reviewNotices } from './notice-review.js';
import { type NoticePermission, type PushState, standingOf } from './notice-state.js';
import { answerWorker, isLive, noticeTeller } from './notice-teller.js';
import { keep, PushRefused, remove, serverKey, tryOut } from './push-calls.js';

/** Said "not now" this often, nobody is asked again. */
const ASK_AT_MOST = 2;
/** A push service that has not answered by then is not there. */
const SUBSCRIBED_WITHIN_MS = 20_000;

/** What came of a test. `failure` is what the server says, in English; null: it could not say anything. */
export type Tested = { readonly step: 'none' | 'asking' | 'sent' } | { readonly step: 'failed'; readonly failure: string | null };

export interface Notices {
  readonly permission: NoticePermission;
  /** whoever sits here has not turned them off on the page */
  readonly isWanted: boolean;
  readonly push: PushState;
  /** whether the card that offers notifications stands on the page */
  readonly ask: boolean;
  readonly tested: Tested;
}

const hasNotices = (): boolean => window.isSecureContext && 'Notification' in window && 'serviceWorker' in navigator;
const permission = (): NoticePermission => (hasNotices() ? Notification.permission : null);
const declined = (): number => Number(remembered('notices-declined') ?? 0);

export const noticeStore = createStore<Notices>(() => ({
  permission: permission(),
  isWanted: remembered('notices') !== 'off',
  push: { step: 'none' },
  ask: permission() === 'default' && declined() < ASK_AT_MOST,
  tested: { step: 'none' },
}));

export const standing = ({ permission: given, isWanted, push }: Notices) => standingOf(given, isWanted, push);
const isOn = (): boolean => ['asking', 'on', 'here'].includes(standing(noticeStore.getState()));

/** Begins to tell beside the page, if it may; to be called once. */
export function startNotices(): void {
  if (!hasNotices()) return;
  tellBy(noticeTeller(isOn, toWorker));
  reviewNotices(() => isOn() && isLive(), toWorker);
  navigator.serviceWorker.addEventListener('message', answerWorker);
  void followPermission();
  i18n.on('change', subscribeIfOn);
  // who sits here is known once the server has said so
  const unsubscribe = linkStore.subscribe(() => {
    if (!isSeated()) return;
    unsubscribe();
    subscribeIfOn();
  });
}

/** Somebody may allow or block them in the browser's own settings, while the page is open. */
async function followPermission(): Promise<void> {
  // an old browser cannot say it: the page then learns of it when it is loaded again
  const status = await navigator.permissions?.query({ name: 'notifications' }).catch(() => null);
  status?.addEventListener('change', () => {
    noticeStore.setState({ permission: permission(), ask: false });
    subscribeIfOn();
  });
}

/** Asks the browser; to be called while a click is handled. */
export async function turnOnNotices(): Promise<void> {
  if (!hasNotices()) return;
  const given = await Notification.requestPermission();
  remember('notices', null);
  noticeStore.setState({ permission: given, isWanted: true, ask: false });
  subscribeIfOn();
}

/** This browser is told nothing more, whether a page is open or not. */
export async function turnOffNotices(): Promise<void> {
  const { push } = noticeStore.getState();
  remember('notices', 'off');
  noticeStore.setState({ isWanted: false, push: { step: 'none' }, tested: { step: 'none' } });
  const registration = await navigator.serviceWorker.getRegistration('/me');
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  // if the server is away its next message tells it, by the push service
  if (push.step === 'on') await remove(push.way).catch(() => null);
}

/** "Not now": the card comes back at the next visit, once. */
export function declineNotices(): void {
  remember('notices-declined', String(declined() + 1));
  noticeStore.setState({ ask: false });
}

export async function testNotices(): Promise<void> {
  const { push } = noticeStore.getState();
  if (push.step !== 'on') return;
  noticeStore.setState({ tested: { step: 'asking' } });
  try {
    const failure = await tryOut(push.way);
    noticeStore.setState({ tested: failure === null ? { step: 'sent' } : { step: 'failed', failure } });
  } catch (error) {
    noticeStore.setState({ tested: { step: 'failed', failure: null } });
    // the push service had forgotten us: that is put right at once
    if (error instanceof PushRefused && error.status === 404) subscribeIfOn();
  }
}

/** Asks once more where it could not be reached. */
export function subscribeIfOn(): void {
  if (isOn() && isSeated()) void subscribe();
}

async function subscribe(): Promise<void> {
  if (noticeStore.getState().push.step !== 'on') noticeStore.setState({ push: { step: 'asking' } });
  noticeStore.setState({ push: await subscribed() });
}

async function subscribed(): Promise<PushState> {
  try {
    const [registration, key] = [await workerReady(), await serverKey()];
    const late = new Promise<never>((_, reject) => window.setTimeout(() => reject(new Error('late')), SUBSCRIBED_WITHIN_MS));
    const subscription = await Promise.race([subscriptionFor(registration, key), late]);
    toWorker({ type: 'seat', for: `rep:${rep}`, language: i18n.locale });
    return { step: 'on', way: await keep(subscription, rep, i18n.locale) };
  } catch (error) {
    return { step: error instanceof PushRefused ? 'refused' : 'away' };
  }
}

/** One that was made for other keys of ours hears nothing any more. */
async function subscriptionFor({ pushManager }: ServiceWorkerRegistration, key: string): Promise<PushSubscription> {
  const there = await pushManager.getSubscription();
  const known = there?.options.applicationServerKey ?? null;
  if (there !== null && known !== null && base64url(known) === key) return there;
  await there?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

async function workerReady(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register('/worker.js', { scope: '/me', updateViaCache: 'none' });
  return navigator.serviceWorker.ready;
}

function toWorker(message: ToWorker): void {
  void navigator.serviceWorker.getRegistration('/me').then((registration) => registration?.active?.postMessage(message));
}
