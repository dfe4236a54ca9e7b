import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { addressRefusal, refusalWords } from '@leadclock/runtime/outgoing/address-refusal.js';

/** Why a webhook may not go to an address; null: it may. */
export type AddressGuard = (address: string, isEncrypted: boolean) => string | null;

/** Lets webhooks go to public addresses, encrypted, and to the ranges (CIDR) that the operator has named, however. */
export function guardAddresses(allowed: readonly string[]): AddressGuard {
  return (address, isEncrypted) => {
    const code = addressRefusal(address, isEncrypted, allowed);
    return code === null ? null : refusalWords[code];
  };
}

/** A webhook may not go there. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** Throws AddressRefused for a host that is an address and is refused: such a one is never looked up. */
export function refuseLiteral({ hostname, protocol }: URL, guard: AddressGuard): void {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const refusal = isIP(host) === 0 ? null : guard(host, protocol === 'https:');
  if (refusal !== null) throw new AddressRefused(refusal);
}

/** Looks a host up for a connection, which goes to the very addresses that were judged: a name that means something else a moment later gains nothing. */
export function guardedLookup(guard: AddressGuard, isEncrypted: boolean): LookupFunction {
  return (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) return callback(error ?? new AddressRefused('it has no address'), '');
      const refusal = addresses.map(({ address }) => guard(address, isEncrypted)).find((why) => why !== null);
      if (refusal !== undefined) return callback(new AddressRefused(refusal), '');
      return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}
