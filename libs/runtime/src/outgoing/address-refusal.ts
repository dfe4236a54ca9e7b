import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { type AddressRanges, isInRanges, isPublicAddress } from './address-ranges.js';

export type RefusalCode = 'not-public' | 'not-https';

/** What is said of an address to which nothing of ours may go. */
export const refusalWords: Readonly<Record<RefusalCode, string>> = {
  'not-public': 'its address is not public: LEADCLOCK_WEBHOOK_ALLOW can name the range',
  'not-https': 'it must be https: only ranges of LEADCLOCK_WEBHOOK_ALLOW are reached without',
};

/**
 * Why a webhook may not go to an address; null: it may. Public ones are reached encrypted, the ranges that the operator has named however: nobody
 * who may write down a URL shall reach what stands inside the house by our hand.
 */
export function addressRefusal(address: string, isEncrypted: boolean, allowed: AddressRanges): RefusalCode | null {
  if (isInRanges(address, allowed)) return null;
  if (!isPublicAddress(address)) return 'not-public';
  return isEncrypted ? null : 'not-https';
}

const LOOKED_UP_WITHIN_MS = 2_000;

/**
 * The same for a URL that somebody writes down. A name that means nothing now is let in: it may tomorrow, and each message asks anew.
 */
export async function urlRefusal({ hostname, protocol }: URL, allowed: AddressRanges): Promise<RefusalCode | null> {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const isEncrypted = protocol === 'https:';
  const addresses = isIP(host) === 0 ? await addressesOf(host) : [host];
  if (addresses.length === 0) return isEncrypted ? null : 'not-https';
  return addresses.map((address) => addressRefusal(address, isEncrypted, allowed)).find((code) => code !== null) ?? null;
}

async function addressesOf(host: string): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => resolve([]), LOOKED_UP_WITHIN_MS);
  });
  const found = lookup(host, { all: true }).then(
    (all) => all.map(({ address }) => address),
    () => [],
  );
  try {
    return await Promise.race([found, late]);
  } finally {
    clearTimeout(timer);
  }
}
