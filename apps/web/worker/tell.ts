import { isNews } from './memory.js';
import { askPages } from './pages.js';
import { isOver, readSaid, type Said, tagOf } from './said.js';

declare const self: ServiceWorkerGlobalScope;

/** What browsers know and the types do not. */
interface Shown extends NotificationOptions {
  readonly renotify?: boolean;
  readonly actions: readonly { readonly action: string; readonly title: string }[];
}

/** Where an alert is told, once, whoever has heard of it first: by a page that is in sight, else by a notification. */
export async function tell(said: Said, isSilent: boolean): Promise<void> {
  const { alert_id: alert, lead, rep, title, body, language, claim, open } = said;
  const over = isOver(said);
  if (!(await isNews(`${alert} ${over ? 'over' : 'open'}`))) return;
  const isTest = lead === '';
  const { isShown, isHeard } = await askPages(rep, lead);
  const before = await self.registration.getNotifications({ tag: tagOf(lead) });
  if (isShown && !isTest) {
    if (over) for (const notification of before) notification.close();
    return;
  }
  const shown: Shown = {
    body,
    lang: language,
    tag: tagOf(lead),
    data: said,
    icon: '/icon-192.png',
    requireInteraction: !over && !isTest,
    ...(isSilent || isHeard || over ? { silent: true } : before.length > 0 && { renotify: true }),
    actions: [
      ...(claim === null || rep === null ? [] : [{ action: 'claim', title: claim.label }]),
      ...(open === '' || isTest ? [] : [{ action: 'open', title: open }]),
    ],
  };
  await self.registration.showNotification(title, shown);
}

/** Closes what is told of a lead: somebody has it, or has answered it. */
export async function close(lead: string): Promise<void> {
  for (const notification of await self.registration.getNotifications({ tag: tagOf(lead) })) notification.close();
}

/** Closes all that a rep (null: the manager) is told of other leads than these. */
export async function closeOthers(rep: string | null, leads: readonly string[]): Promise<void> {
  const standing = new Set(leads);
  for (const notification of await self.registration.getNotifications()) {
    const said = readSaid(notification.data);
    if (said !== null && said.rep === rep && said.lead !== '' && !standing.has(said.lead)) notification.close();
  }
}
