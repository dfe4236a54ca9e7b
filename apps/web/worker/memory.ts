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

/** Whom this browser is for. */
interface SeatKept {
  readonly for: string;
  readonly language: string;
}

export async function keepSeat(seat: SeatKept): Promise<void> {
  const store = await caches.open(STORE);
  await store.put('/seat', new Response(JSON.stringify({ for: seat.for, language: seat.language })));
}

/** As JSON; null: nobody has sat here. */
export async function keptSeat(): Promise<object | null> {
  const kept: unknown = await (await (await caches.open(STORE)).match('/seat'))?.json();
  return typeof kept === 'object' ? kept : null;
}
