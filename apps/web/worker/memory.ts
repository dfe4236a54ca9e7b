import { readSeat, type Seat } from './said.js';

/** What the worker remembers when the browser has put it to sleep. */
const STORE = 'leadclock';
const TOLD = '/told/';
/** More than can come twice. */
const TOLD_KEPT = 200;

/** What is being told now: two who come at once are one. */
const begun = new Set<string>();

/** Whether this is the first time that it is to be told; from then on it is not. */
export async function isNews(what: string): Promise<boolean> {
  if (begun.has(what)) return false;
  begun.add(what);
  const store = await caches.open(STORE);
  const name = `${TOLD}${encodeURIComponent(what)}`;
  if ((await store.match(name)) !== undefined) return false;
  await store.put(name, new Response(''));
  const told = (await store.keys()).filter(({ url }) => new URL(url).pathname.startsWith(TOLD));
  await Promise.all(told.slice(0, -TOLD_KEPT).map((old) => store.delete(old)));
  return true;
}

/** Each page's worker has a seat of its own. */
const seatOf = (page: string): string => (page === '/me' ? '/seat' : `/seat${page}`);

/** Whom the browser is for, for this page; null: nobody. */
export async function keepSeat(page: string, seat: Seat | null): Promise<void> {
  const store = await caches.open(STORE);
  if (seat === null) await store.delete(seatOf(page));
  else await store.put(seatOf(page), new Response(JSON.stringify(seat)));
}

/** null: nobody has sat there, or is told no more. */
export async function keptSeat(page: string): Promise<Seat | null> {
  return readSeat(await (await (await caches.open(STORE)).match(seatOf(page)))?.json());
}
