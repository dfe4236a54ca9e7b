import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AddressRanges } from '@leadclock/runtime/outgoing/address-ranges.js';
import { fetchBytes, PrivateAddress } from '@leadclock/runtime/outgoing/fetch-bytes.js';
import { WrongUse } from '../cli/exit-codes.js';

/** Where holidays come from. */
export interface Place {
  /** null: a file */
  readonly address: URL | null;
  /** what tells one place from another: an address, or a file's name without its folders */
  readonly place: string;
  /** what may be shown of it: the path and the query of an address may be a secret */
  readonly shown: string;
}

const limits = { mostBytes: 5_000_000, timeout: 30_000 };

/** The place that somebody typed: a file, stdin (`-`), or an http, https or webcal address; calendar programs write webcal for https. */
export function placeOf(words: string): Place {
  const written = words.replace(/^webcal:\/\//i, 'https://');
  if (!/^https?:\/\//i.test(written)) {
    const name = words === '-' ? 'stdin' : path.basename(words);
    return { address: null, place: name, shown: name };
  }
  if (!URL.canParse(written)) throw new WrongUse('the address of the holidays is no http, https or webcal address');
  const address = new URL(written);
  return { address, place: address.href, shown: address.host };
}

/** What stands at a place now. */
export async function readPlace(words: string, { address }: Place, allow: AddressRanges): Promise<Uint8Array> {
  if (address === null) return readFileSync(words === '-' ? 0 : words);
  try {
    return await fetchBytes(address, { ...limits, allow });
  } catch (error) {
    if (error instanceof PrivateAddress)
      throw new WrongUse(
        `${error.message}; name its range in LEADCLOCK_CALENDAR_ALLOW (such as ${error.address}) to have it read all the same`,
      );
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`the calendar keeps the holidays that it has, since they could not be read anew: ${said}`, { cause: error });
  }
}
