import { setTimeout as pause } from 'node:timers/promises';
import { cloudEventOf, type Planned } from '../plan/planned.js';

export interface FrontDoor {
  /** where the program answers */
  readonly url: string;
  /** `lc_…` */
  readonly key: string;
  /** ends all waiting */
  readonly signal: AbortSignal;
  /** Called when a batch could not be handed over and is going to be sent again. */
  readonly onTrouble: (problem: string) => void;
}

/** The door will never take this: a wrong key, a wrong address. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

export interface Posted {
  readonly accepted: number;
  /** what the door said of events that it did not take: each is a fault of the simulator */
  readonly problems: readonly string[];
}

const answersWithin = 30_000;
const leastPause = 500;
const longestPause = 10_000;

/**
 * Posts one batch until it is taken: the same batch again after 429, 503, a program that is down or an answer that never came. That is safe, since a
 * repeat changes nothing. Null: the signal came first. Throws Refused when trying again is no use.
 */
export async function postBatch(door: FrontDoor, events: readonly Planned[]): Promise<Posted | null> {
  const body = JSON.stringify(events.map(cloudEventOf));
  for (let tries = 0; !door.signal.aborted; tries++) {
    const answered = await postOnce(door, body);
    if ('accepted' in answered) return answered;
    door.onTrouble(answered.problem);
    const wait = answered.retryAfter ?? Math.min(longestPause, leastPause * 2 ** Math.min(tries, 6));
    await pause(wait, undefined, { signal: door.signal }).catch(() => undefined);
  }
  return null;
}

interface NotNow {
  readonly problem: string;
  readonly retryAfter: number | null;
}

async function postOnce({ url, key, signal }: FrontDoor, body: string): Promise<Posted | NotNow> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(new URL('/v1/events', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(answersWithin)]),
    });
    text = await response.text();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { problem: `${url} does not answer (${cause instanceof Error ? cause.message : String(cause)})`, retryAfter: null };
  }
  const { status } = response;
  if (status === 202 || status === 400) return postedOf(text, status);
  const problem = `${url} answered ${status}: ${text.slice(0, 300)}`;
  if (status !== 429 && status < 500) throw new Refused(problem);
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return { problem, retryAfter: Number.isFinite(seconds) ? Math.min(longestPause, seconds * 1000) : null };
}

function postedOf(text: string, status: number): Posted {
  const fields = fieldsOf(text);
  const rejected = fields.get('rejected');
  if (!Array.isArray(rejected))
    throw new Refused(`the door answered ${status} in a form that the simulator does not know: ${text.slice(0, 300)}`);
  const accepted = fields.get('accepted');
  return { accepted: typeof accepted === 'number' ? accepted : 0, problems: rejected.map((one) => JSON.stringify(one)) };
}

function fieldsOf(text: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
