/** What those who listen are told, at once or a little later. */
export type Announcement =
  | { readonly what: 'new' | 'minute' | 'soon' | 'late' | 'talk' | 'call' | 'yours' | 'lost' | 'offered'; readonly name: string }
  | { readonly what: 'logged' | 'undone' };

/** At most one in this time: speech that is cut off says nothing. */
export const BETWEEN_MS = 5_000;
/** What is older than the latest few is not worth saying any more. */
const WAIT_AT_MOST = 3;

export interface Speech {
  readonly waiting: readonly Announcement[];
  /** from when on the next one may be said, ms of a monotonic clock */
  readonly freeAt: number;
}

export const silence: Speech = { waiting: [], freeAt: Number.NEGATIVE_INFINITY };

/** One more to say; of many the latest are kept. */
export const withAnnouncement = (speech: Speech, one: Announcement): Speech => ({
  ...speech,
  waiting: [...speech.waiting, one].slice(-WAIT_AT_MOST),
});

/** What to say now, if anything. */
export function nextToSay(speech: Speech, now: number): { readonly speech: Speech; readonly say: Announcement | null } {
  const [say, ...waiting] = speech.waiting;
  if (say === undefined || now < speech.freeAt) return { speech, say: null };
  return { speech: { waiting, freeAt: now + BETWEEN_MS }, say };
}
