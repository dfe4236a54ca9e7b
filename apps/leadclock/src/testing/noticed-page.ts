import { until } from '@leadclock/runtime/testing/until.js';
import type { BrowserContext, CDPSession, Page, Worker } from 'playwright-core';

/** How a browser stands to notifications. `subscription`: what its push service gives it; null: there is none to be reached. */
export interface NoticeWorld {
  readonly permission: 'default' | 'granted' | 'denied';
  readonly subscription: { readonly endpoint: string; readonly keys: { readonly p256dh: string; readonly auth: string } } | null;
  readonly serverKey: string;
  readonly isSecure: boolean;
}

/** A notification that was shown, each time that it was. */
export interface ShownNotice {
  readonly title: string;
  readonly tag: string;
  readonly isSilent: boolean;
  readonly actions: readonly string[];
}

/** No browser of a test has a person who answers its questions, or a maker's push service: pages find these as the story has them. */
export async function prepareNotices(context: BrowserContext, world: NoticeWorld): Promise<void> {
  await context.addInitScript(({ permission: first, subscription, serverKey, isSecure }) => {
    let [permission, isSubscribed] = [first, false];
    const key = Uint8Array.from(atob(serverKey.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    const given = {
      options: { applicationServerKey: key.buffer },
      toJSON: () => subscription,
      unsubscribe: async () => {
        isSubscribed = false;
        return true;
      },
    };
    if (!isSecure) Object.defineProperty(window, 'isSecureContext', { value: false });
    Object.defineProperty(Notification, 'permission', { get: () => permission });
    Object.assign(Notification, {
      requestPermission: async () => {
        document.documentElement.dataset['asked'] = 'yes';
        permission = 'granted';
        return permission;
      },
    });
    if (!('PushManager' in window)) return;
    Object.assign(PushManager.prototype, {
      getSubscription: async () => (isSubscribed ? given : null),
      subscribe: async () => {
        if (subscription === null) throw new DOMException('Registration failed - push service error', 'AbortError');
        isSubscribed = true;
        return given;
      },
    });
  }, world);
}

/** Whether a page is in sight: a headless browser has all of its tabs in front. */
export const inSight = (page: Page, isInSight: boolean): Promise<void> =>
  page.evaluate((is) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: is ? 'visible' : 'hidden' });
    Object.defineProperty(document, 'hidden', { configurable: true, value: !is });
  }, isInSight);

/** The worker of a browser, and what comes to it. */
export interface NoticedWorker {
  /** Delivers a push, decrypted, as the browser's own push client would. */
  push(payload: unknown): Promise<void>;
  /** what was shown, each time */
  shown(): Promise<readonly ShownNotice[]>;
  /** leads that are told of now */
  open(): Promise<readonly string[]>;
  /** how often pages have said of which leads somebody may still be told */
  reviews(): Promise<number>;
  /** Resolves once the worker knows by which way it is told: before that a page that is left takes that with it. */
  seated(): Promise<void>;
  /** The push service ends the subscription, as the browser would say it, and gives this one when it is asked. */
  renew(subscription: NoticeWorld['subscription']): Promise<void>;
  /** Presses a button of the notification of a lead; empty: the notification itself. */
  press(lead: string, action: string): Promise<void>;
}

/** Waits for the worker that a page has registered. A browser without a place for notifications (chrome-headless-shell) is given a list to put them. */
export async function noticedWorker(page: Page): Promise<NoticedWorker> {
  const context = page.context();
  await until('the worker', () => context.serviceWorkers().length > 0);
  const [worker] = context.serviceWorkers();
  if (worker === undefined) throw new Error('the worker is gone');
  await worker.evaluate(`(() => {
    if (self.shown !== undefined) return;
    self.shown = [];
    // a page of a busy machine is none that hangs
    const later = self.setTimeout.bind(self);
    self.setTimeout = (act, ms, ...more) => later(act, ms === 500 ? 10_000 : ms, ...more);
    self.reviews = 0;
    self.addEventListener('message', ({ data }) => { if (data.type === 'standing') self.reviews += 1; });
    const registration = self.registration;
    const list = new Map();
    const hasPlace = Notification.permission === 'granted';
    const show = hasPlace ? registration.showNotification.bind(registration) : async (title, options) => {
      list.set(options.tag, { title, ...options, close: () => list.delete(options.tag) });
    };
    registration.showNotification = async (title, options) => {
      await show(title, options);
      self.shown.push({ title, tag: options.tag, isSilent: options.silent === true, actions: options.actions.map((one) => one.action) });
    };
    if (!hasPlace) registration.getNotifications = async ({ tag } = {}) => [...list.values()].filter((one) => tag === undefined || one.tag === tag);
  })()`);
  const session = await context.newCDPSession(page);
  const registrationId = await registrationOf(session, page);
  const { origin } = new URL(page.url());
  return {
    push: async (payload) => {
      await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(payload) });
    },
    shown: () => worker.evaluate<readonly ShownNotice[]>('self.shown'),
    open: () => worker.evaluate<readonly string[]>('self.registration.getNotifications().then((all) => all.map(({ tag }) => tag))'),
    reviews: () => worker.evaluate<number>('self.reviews'),
    seated: async () => {
      const knows = `caches.open('leadclock').then(async (store) => {
        const [seat] = (await store.keys()).filter(({ url }) => new URL(url).pathname.startsWith('/seat'));
        return seat !== undefined && (await (await store.match(seat)).json()).way !== '';
      })`;
      await until('the worker to know its way', () => worker.evaluate<boolean>(knows));
    },
    renew: (subscription) => renew(worker, subscription),
    press: (lead, action) => press(worker, lead, action),
  };
}

async function registrationOf(session: CDPSession, page: Page): Promise<string> {
  const { origin, pathname } = new URL(page.url());
  const scope = `${origin}${pathname}`;
  let found: string | null = null;
  session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    found = registrations.find(({ scopeURL }) => scopeURL === scope)?.registrationId ?? found;
  });
  await session.send('ServiceWorker.enable');
  await until('the registration', () => found !== null);
  return found ?? '';
}

/** Only a push service can end a subscription: its event is made by hand. */
async function renew(worker: Worker, subscription: NoticeWorld['subscription']): Promise<void> {
  await worker.evaluate(`(async () => {
    PushManager.prototype.subscribe = async () => (${JSON.stringify(subscription)});
    let done;
    const event = new Event('pushsubscriptionchange');
    event.waitUntil = (promise) => { done = promise; };
    self.dispatchEvent(event);
    await done;
  })()`);
}

/** Only a person can press a notification: its event is made by hand. */
async function press(worker: Worker, lead: string, action: string): Promise<void> {
  await worker.evaluate(`(async () => {
    const [notification] = await self.registration.getNotifications({ tag: ${JSON.stringify(`lead ${lead}`)} });
    if (notification === undefined) throw new Error('nothing is shown of that lead');
    let done;
    const event = new Event('notificationclick');
    Object.assign(event, { notification, action: ${JSON.stringify(action)}, waitUntil: (promise) => { done = promise; } });
    self.dispatchEvent(event);
    await done;
  })()`);
}
