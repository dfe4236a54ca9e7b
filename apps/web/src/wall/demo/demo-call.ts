/** What the button knows: that there is a demo to play, that it is being started, or why it did not start. */
export type DemoState = { readonly step: 'offered' | 'starting' } | { readonly step: 'failed'; readonly reason: string | null };

/** A demo brings its own database and a week of history: it may take its time, but not for ever. */
const START_WITHIN_MS = 180_000;

/** Starts the demo, or finds the one that runs; answers with its address. */
export async function startDemo(stop: AbortSignal): Promise<{ readonly url: string } | { readonly reason: string | null }> {
  try {
    const { ok, body } = await withLimit(stop, async (signal) => {
      const answer = await fetch('/v1/demo', { method: 'POST', signal });
      return { ok: answer.ok, body: await answer.json().catch((): unknown => null) };
    });
    const url = ok ? webAddress(textIn(body, 'url')) : null;
    return url === null ? { reason: textIn(body, 'problem') } : { url };
  } catch {
    return { reason: null };
  }
}

/** The demo's wall, in the language and the colours of this one. */
export const demoWall = (url: string, search: string): string => new URL(`/wall${search}`, url).href;

function webAddress(text: string | null): string | null {
  try {
    return text !== null && /^https?:$/.test(new URL(text).protocol) ? text : null;
  } catch {
    return null;
  }
}

function textIn(body: unknown, key: string): string | null {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, key) : null;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** engines of Chromium 87 have neither AbortSignal.timeout nor AbortSignal.any */
async function withLimit<T>(stop: AbortSignal, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const own = new AbortController();
  const abort = (): void => own.abort();
  const timer = window.setTimeout(abort, START_WITHIN_MS);
  stop.addEventListener('abort', abort);
  try {
    return await ask(own.signal);
  } finally {
    window.clearTimeout(timer);
    stop.removeEventListener('abort', abort);
  }
}
