import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type AddressRanges, isInRanges, isPublicAddress } from './address-ranges.js';

export interface FetchLimits {
  /** ranges that are no public internet and may be read all the same */
  readonly allow: AddressRanges;
  readonly mostBytes: number;
  /** for the whole of it, redirections included; milliseconds */
  readonly timeout: number;
  /** ends it early */
  readonly signal?: AbortSignal;
}

/** It is not asked, since it is no address of the public internet: `host` as it is written, `address` what it leads to. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';

  constructor(
    readonly host: string,
    readonly address: string,
  ) {
    super(
      host === address ? `${host} is no address of the public internet` : `${host} leads to ${address}, no address of the public internet`,
    );
  }
}

const mostRedirects = 5;

/** What an address said when it was read before, by which it may say that nothing has changed. */
export interface SeenBefore {
  readonly etag: string | null;
  readonly modified: string | null;
}

/** `bytes` null: nothing has changed. */
export interface Fetched extends SeenBefore {
  readonly bytes: Buffer | null;
}

/**
 * Gets bytes from an http or https address that somebody typed. The address that was checked is the one that is connected to, at each redirection
 * anew: a name cannot change its meaning in between. Errors name the host, not the whole address, which may hold a secret.
 */
export async function fetchBytes(address: URL, limits: FetchLimits): Promise<Buffer> {
  const { bytes } = await fetchChanged(address, limits, { etag: null, modified: null });
  // without what was seen before nobody may say that nothing has changed
  if (bytes === null) throw new Error(`${address.host} answered 304`);
  return bytes;
}

/** The same, of what has changed since it was read before. */
export async function fetchChanged(address: URL, limits: FetchLimits, seen: SeenBefore): Promise<Fetched> {
  const signal = AbortSignal.any([AbortSignal.timeout(limits.timeout), ...(limits.signal === undefined ? [] : [limits.signal])]);
  let at = address;
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const response = await ask(at, limits, seen, signal);
      const { statusCode = 0, headers } = response;
      if (statusCode === 200) {
        const bytes = await bodyOf(response, at, limits.mostBytes);
        return { bytes, etag: headers.etag ?? null, modified: headers['last-modified'] ?? null };
      }
      response.destroy();
      if (statusCode === 304 && (seen.etag !== null || seen.modified !== null)) return { ...seen, bytes: null };
      if (statusCode < 300 || statusCode > 399 || headers.location === undefined) throw new Error(`${at.host} answered ${statusCode}`);
      at = redirected(headers.location, at);
    }
  } catch (error) {
    if (limits.signal?.aborted) throw new Error('stopped', { cause: error });
    if (signal.aborted) throw new Error(`${at.host} did not answer within ${limits.timeout / 1000} s`, { cause: error });
    throw error;
  }
  throw new Error(`${address.host} redirects more than ${mostRedirects} times`);
}

function redirected(location: string, from: URL): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (to === null || !/^https?:$/.test(to.protocol)) throw new Error(`${from.host} redirects to what is no http or https address`);
  return to;
}

function ask(at: URL, { allow }: FetchLimits, { etag, modified }: SeenBefore, signal: AbortSignal): Promise<IncomingMessage> {
  // an address in numbers is connected to without a lookup
  const host = at.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayAsk(host, allow)) throw new PrivateAddress(host, host);
  const send = at.protocol === 'https:' ? secure : plain;
  return new Promise((resolve, reject) => {
    const headers = {
      accept: 'text/calendar, */*',
      'accept-encoding': 'identity',
      'user-agent': 'leadclock',
      ...(etag !== null && { 'if-none-match': etag }),
      ...(modified !== null && { 'if-modified-since': modified }),
    };
    const asked = send(at, { agent: false, headers, signal, lookup: guardedLookup(allow) }, resolve);
    asked.once('error', (error) => reject(error instanceof PrivateAddress ? error : new Error(`${at.host}: ${error.message}`)));
    asked.end();
  });
}

const mayAsk = (address: string, allow: AddressRanges): boolean => isPublicAddress(address) || isInRanges(address, allow);

/** One private address among those of a name refuses the name. */
const guardedLookup =
  (allow: AddressRanges): LookupFunction =>
  (host, options, answer) => {
    lookup(host, { ...options, all: true }).then(
      (found) => {
        const refused = found.find(({ address }) => !mayAsk(address, allow));
        if (refused !== undefined) answer(new PrivateAddress(host, refused.address), '', 0);
        else if (options.all) answer(null, found);
        else answer(null, found[0]?.address ?? '', found[0]?.family ?? 0);
      },
      (error: NodeJS.ErrnoException) => answer(error, '', 0),
    );
  };

async function bodyOf(response: IncomingMessage, { host }: URL, mostBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response) {
    const read = Buffer.from(part);
    bytes += read.length;
    if (bytes > mostBytes) {
      response.destroy();
      throw new Error(`${host} sends more than ${mostBytes / 1_000_000} MB`);
    }
    parts.push(read);
  }
  return Buffer.concat(parts);
}
