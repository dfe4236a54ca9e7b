import { z } from 'zod';
import { refusalOf } from './ask.js';
import { WrongUse } from './exit-codes.js';

/** An event of a lead that a command writes. */
export interface LeadEvent {
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const Refused = z.looseObject({ rejected: z.array(z.looseObject({ path: z.string(), problem: z.string() })) });

/**
 * Sends an event through the front door, which judges it as it does anybody's; what it refuses is a wrong use. `flags` says by which flag a field was given.
 */
export async function postLeadEvent(
  { url }: { readonly url: string },
  dataFolder: string,
  event: LeadEvent,
  flags: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { readApiKey } = await import('@leadclock/identity/api-key.js');
  const key = readApiKey(dataFolder);
  if (key === null) throw new Error(`there is no API key in ${dataFolder}`);
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents+json' };
  const response = await fetch(`${url}/v1/events`, { method: 'POST', headers, body: JSON.stringify({ specversion: '1.0', ...event }) });
  if (response.status === 202) return;
  const body = await response.text();
  if (response.status !== 400) throw refusalOf(response.status, body);
  const [{ path, problem } = { path: '', problem: body }] = Refused.parse(JSON.parse(body)).rejected;
  throw new WrongUse(`${flags[path] ?? path}: ${problem}`);
}
