import type { EventName } from '@leadclock/live-protocol/event-name.js';
import { instantIn, memberIn, textIn } from './json.js';

/** An answer later than this is no answer: the page says that nothing is confirmed. */
export const ANSWER_WITHIN_MS = 5_000;

/**
 * What came of a command; expected trouble is a value.
 * `done`: the server wrote it; `at` is its time, epoch ms. `refused`: the lead does not allow it; `rep` (an id) and `at` say who was it and when, `next` (left out: none does) which other lead waits for
 * somebody.
 * `unconfirmed`: nobody knows whether it was done; the same command with the same key does it once at most. `failed`: never done, and why.
 */
export type CommandAnswer =
  | { readonly kind: 'done'; readonly event: EventName; readonly at: number }
  | {
      readonly kind: 'refused';
      readonly reason: string;
      readonly problem: string;
      readonly rep: string | null;
      readonly at: number | null;
      readonly next?: string;
    }
  | { readonly kind: 'unconfirmed' }
  | { readonly kind: 'failed'; readonly status: number; readonly problem: string };

/** What people do with a lead; `rep` is the id of who does it. */
export interface CommandBodies {
  readonly claim: { readonly rep: string; readonly assignment?: EventName | null };
  readonly release: { readonly rep: string };
  readonly offer: { readonly rep: string; readonly to: string };
  /** `offer`: the lead.handover_offered in question */
  readonly accept: { readonly rep: string; readonly offer: EventName };
  readonly decline: { readonly rep: string; readonly offer: EventName };
  /** `at`: RFC 3339 */
  readonly 'call-back': { readonly rep: string; readonly at: string };
  /** `seconds`: from now on; `reason` is a code */
  readonly snooze: { readonly rep: string; readonly alert: string; readonly seconds: number; readonly reason: string };
  readonly touchpoints: {
    readonly rep: string;
    readonly channel: string;
    readonly direction: 'outbound' | 'inbound';
    readonly outcome: string;
    readonly note?: string;
    /** RFC 3339; left out: now */
    readonly at?: string;
  };
  readonly undo: { readonly rep: string; readonly event: EventName };
  /** `reason` is a code */
  readonly disqualify: { readonly rep: string; readonly reason: string };
  /** `about`: `answer`, `owner`, `spam`, or the id of a touchpoint; `reason` is a code, the note goes to the vault */
  readonly dispute: { readonly rep: string; readonly about: string; readonly reason: string; readonly note?: string };
  /** `event`: the lead.disputed that is decided on */
  readonly decide: {
    readonly rep: string;
    readonly event: EventName;
    readonly accepted: boolean;
    readonly reason?: string;
  };
  readonly acknowledge: { readonly rep: string; readonly alert: string };
  readonly shown: { readonly rep: string; readonly alert: string };
  /** `reason` is a code */
  readonly pause: { readonly rep: string; readonly reason: string };
  readonly resume: { readonly rep: string };
}

/** A key that no other command has; made anew for each thing a person does, and kept for its retries. */
export const newKey = (): string =>
  // randomUUID is missing where the page came over plain HTTP from another computer
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Sends a command about a lead and waits 5 s for its answer. To send it again, give the same key. */
export const send = <C extends keyof CommandBodies>(
  command: C,
  lead: string,
  body: CommandBodies[C],
  key: string,
): Promise<CommandAnswer> => post(`/v1/leads/${encodeURIComponent(lead)}/${command}`, body, key);

/** Says what a rep is doing; likewise. */
export const sendStatus = (rep: string, status: 'available' | 'on_call' | 'away', key: string): Promise<CommandAnswer> =>
  post(`/v1/reps/${encodeURIComponent(rep)}/status`, { status }, key);

async function post(path: string, body: object, key: string): Promise<CommandAnswer> {
  const giveUp = new AbortController();
  const timer = window.setTimeout(() => giveUp.abort(), ANSWER_WITHIN_MS);
  try {
    const reply = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: giveUp.signal,
      keepalive: true,
    });
    return readAnswer(reply.status, await reply.json().catch((): unknown => null));
  } catch {
    return { kind: 'unconfirmed' };
  } finally {
    window.clearTimeout(timer);
  }
}

/** Reads what the server answered. An answer that makes no sense confirms nothing. */
export function readAnswer(status: number, body: unknown): CommandAnswer {
  if (status >= 500) return { kind: 'unconfirmed' };
  const problem = textIn(body, 'problem') ?? textIn(body, 'detail') ?? `status ${status}`;
  if (status === 409) {
    const reason = textIn(body, 'reason') ?? 'refused';
    const next = textIn(body, 'next');
    return { kind: 'refused', reason, problem, rep: textIn(body, 'rep'), at: instantIn(body, 'at'), ...(next !== null && { next }) };
  }
  if (status < 200 || status > 299) return { kind: 'failed', status, problem };
  const event = memberIn(body, 'event');
  const [source, id, at] = [textIn(event, 'source'), textIn(event, 'id'), instantIn(body, 'at')];
  return source === null || id === null || at === null ? { kind: 'unconfirmed' } : { kind: 'done', event: { source, id }, at };
}
