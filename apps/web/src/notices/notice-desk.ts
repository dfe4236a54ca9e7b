import { i18n } from '@lingui/core';
import { createStore } from 'zustand/vanilla';
import type { ToWorker } from '../../worker/said.js';
import { linkStore } from '../console/console-link.js';
import { remember, remembered } from '../console/remembered.js';
import { hasNotices, subscriptionFor, tellWorker, unsubscribe, workerReady } from './notice-link.js';
import type { NoticeSeat } from './notice-seat.js';
import { type NoticePermission, type PushState, standingOf } from './notice-state.js';
import { keep, PushRefused, remove, serverKey, tryOut } from './push-calls.js';

/** A push service that has not answered by then is not there. */
const SUBSCRIBED_WITHIN_MS = 20_000;

/** What came of a test. `failure` is what the server says, in English; null: it could not say anything. */
export type Tested = { readonly step: 'none' | 'asking' | 'sent' } | { readonly step: 'failed'; readonly failure: string | null };

export interface Notices {
  readonly permission: NoticePermission;
  /** whoever sits here wants them on this page */
  readonly isWanted: boolean;
  readonly push: PushState;
  readonly tested: Tested;
}

const permission = (): NoticePermission => (hasNotices() ? Notification.permission : null);

export const noticeStore = createStore<Notices>(() => ({
  permission: permission(),
  isWanted: false,
  push: { step: 'none' },
  tested: { step: 'none' },
}));

const nobody: NoticeSeat = { scope: '/me', listener: () => null, isWanted: () => false, want: () => undefined };
let seat = nobody;

export const standing = ({ permission: given, isWanted, push }: Notices) => standingOf(given, isWanted, push);
export const isOn = (): boolean => ['asking', 'on', 'here'].includes(standing(noticeStore.getState()));
export const toWorker = (message: ToWorker): void => tellWorker(seat.scope, message);

/** Begins to have this browser told as whoever sits at the page, if that is wanted and allowed; to be called once. */
export function startNotices(of: NoticeSeat): void {
  seat = of;
  noticeStore.setState({ isWanted: of.isWanted() });
  if (!hasNotices()) return;
  void followPermission();
  // another page of this browser has turned them off, or on
  window.addEventListener('storage', () => {
    const isWanted = of.isWanted();
    if (isWanted === noticeStore.getState().isWanted) return;
    noticeStore.setState({ isWanted, ...(!isWanted && { push: { step: 'none' }, tested: { step: 'none' } }) });
    subscribeIfOn();
  });
  i18n.on('change', subscribeIfOn);
  // who sits here is known once the server has said so
  const stop = linkStore.subscribe(() => {
    if (seat.listener() === null) return;
    stop();
    subscribeIfOn();
  });
}

/** Somebody may allow or block them in the browser's own settings, while the page is open. */
async function followPermission(): Promise<void> {
  // an old browser cannot say it: the page then learns of it when it is loaded again
  const status = await navigator.permissions?.query({ name: 'notifications' }).catch(() => null);
  status?.addEventListener('change', () => {
    noticeStore.setState({ permission: permission() });
    subscribeIfOn();
  });
}

/** Asks the browser; to be called while a click is handled. */
export async function turnOnNotices(): Promise<void> {
  if (!hasNotices()) return;
  const given = await Notification.requestPermission();
  seat.want(true);
  noticeStore.setState({ permission: given, isWanted: true });
  subscribeIfOn();
}

/** This browser is told nothing more for this page, whether one is open or not. */
export async function turnOffNotices(): Promise<void> {
  const { push } = noticeStore.getState();
  seat.want(false);
  noticeStore.setState({ isWanted: false, push: { step: 'none' }, tested: { step: 'none' } });
  await endPush(push.step === 'on' ? push.way : null);
}

async function endPush(way: string | null): Promise<void> {
  toWorker({ type: 'seat', seat: null });
  remember(wayKept(), null);
  await unsubscribe(seat.scope);
  // if the server is away its next message tells it, by the push service
  if (way !== null) await remove(way).catch(() => null);
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

/** Asks once more, where it could not be reached or somebody else sits here now. */
export function subscribeIfOn(): void {
  const listener = seat.listener();
  if (isOn() && listener !== null) void subscribe(listener);
}

async function subscribe(listener: string): Promise<void> {
  if (noticeStore.getState().push.step !== 'on') noticeStore.setState({ push: { step: 'asking' } });
  noticeStore.setState({ push: await subscribed(listener) });
  // somebody else sits here since, on this page or, as it was being asked for, on another of this browser
  if (seat.listener() !== listener) subscribeIfOn();
}

async function subscribed(listener: string): Promise<PushState> {
  try {
    const [registration, key] = [await workerReady(seat.scope), await serverKey()];
    const late = new Promise<never>((_, reject) => window.setTimeout(() => reject(new Error('late')), SUBSCRIBED_WITHIN_MS));
    const subscription = await Promise.race([subscriptionFor(registration, key), late]);
    if (isUnwanted()) return await ended(null);
    const way = await keep(subscription, listener, i18n.locale, remembered(wayKept()));
    if (isUnwanted()) return await ended(way);
    remember(wayKept(), way);
    toWorker({ type: 'seat', seat: { for: listener, language: i18n.locale, way } });
    return { step: 'on', way };
  } catch (error) {
    return { step: error instanceof PushRefused ? 'refused' : 'away' };
  }
}

/** Whether they were turned off while the browser or the server was being asked. */
const isUnwanted = (): boolean => !noticeStore.getState().isWanted;

async function ended(way: string | null): Promise<PushState> {
  await endPush(way);
  return { step: 'none' };
}

/** Under which name the browser remembers by which way it was told last: the next one takes its place. */
const wayKept = (): string => `way${seat.scope}`;
