import type { PageAnswer, ToPage } from './said.js';

declare const self: ServiceWorkerGlobalScope;

/** A page that hangs is as good as none. */
const ANSWER_WITHIN_MS = 500;
const silence: PageAnswer = { isShown: false, isHeard: false };

/** The page that this worker works for: `/me`, `/team`. */
export const home = (): string => new URL(self.registration.scope).pathname;

/** Those of that page that are open in this browser, the one in front first. */
async function pages(): Promise<readonly WindowClient[]> {
  const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const ours = all.filter(({ url }) => new URL(url).pathname === home());
  const rank = ({ focused, visibilityState }: WindowClient): number => (focused ? 0 : visibilityState === 'visible' ? 1 : 2);
  return ours.sort((a, b) => rank(a) - rank(b));
}

/** What the pages say that they show a rep (null: a manager) of a lead's alert, and whether they ring for it. */
export async function askPages(rep: string | null, lead: string): Promise<PageAnswer> {
  const answers = await Promise.all((await pages()).map((page) => ask(page, { type: 'asks', rep, lead })));
  return { isShown: answers.some(({ isShown }) => isShown), isHeard: answers.some(({ isHeard }) => isHeard) };
}

function ask(page: WindowClient, question: ToPage): Promise<PageAnswer> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(silence), ANSWER_WITHIN_MS);
    port1.addEventListener('message', ({ data }: MessageEvent<PageAnswer>) => {
      clearTimeout(timer);
      resolve(data);
    });
    port1.start();
    page.postMessage(question, [port2]);
  });
}

/** Brings a page of ours to the front, at a lead if there is one; opens one where none is. */
export async function openPage(lead: string): Promise<void> {
  const [page] = await pages();
  if (page === undefined) {
    await self.clients.openWindow(lead === '' ? home() : `${home()}?lead=${encodeURIComponent(lead)}`);
    return;
  }
  const opens: ToPage = { type: 'open', lead };
  if (lead !== '') page.postMessage(opens, []);
  // a browser that lets no page come to the front still shows the lead on it
  await page.focus().catch(() => undefined);
}

/** Tells all of them that the browser has another subscription. */
export async function tellRenewed(): Promise<void> {
  const renewed: ToPage = { type: 'renewed' };
  for (const page of await pages()) page.postMessage(renewed, []);
}
