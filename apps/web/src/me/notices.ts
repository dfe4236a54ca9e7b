import { createStore } from 'zustand/vanilla';
import { remember, remembered } from '../console/remembered.js';

/** How the browser stands to notifications. `none`: it has none, or shows none to a page that came over plain HTTP. */
export type NoticePermission = 'default' | 'granted' | 'denied' | 'none';

/** Said "not now" this often, nobody is asked again. */
const ASK_AT_MOST = 2;

const permission = (): NoticePermission => ('Notification' in window && window.isSecureContext ? Notification.permission : 'none');
const declined = (): number => Number(remembered('notices-declined') ?? 0);

/** `ask`: whether the card that offers notifications stands on the page. */
export const noticeStore = createStore<{ readonly permission: NoticePermission; readonly ask: boolean }>(() => ({
  permission: permission(),
  ask: permission() === 'default' && declined() < ASK_AT_MOST,
}));

/** Asks the browser; to be called while a click is handled. */
export async function turnOnNotices(): Promise<void> {
  if (permission() === 'none') return;
  const now = await Notification.requestPermission();
  noticeStore.setState({ permission: now, ask: false });
}

/** "Not now": the card comes back at the next visit, once. */
export function declineNotices(): void {
  remember('notices-declined', String(declined() + 1));
  noticeStore.setState({ ask: false });
}

const open = new Map<string, Notification>();

/** Shows a notification of the desktop for a lead; one more for the same lead takes its place. */
export function showNotice(lead: string, title: string, body: string, onOpen: () => void): void {
  if (permission() !== 'granted') return;
  try {
    const notice = new Notification(title, { body, tag: lead, requireInteraction: true, silent: true });
    notice.addEventListener('click', () => {
      window.focus();
      onOpen();
      notice.close();
    });
    notice.addEventListener('close', () => open.delete(lead));
    open.get(lead)?.close();
    open.set(lead, notice);
  } catch {
    // a phone's browser shows notifications only from a service worker: the page itself still tells
  }
}

export function closeNotice(lead: string): void {
  open.get(lead)?.close();
  open.delete(lead);
}
