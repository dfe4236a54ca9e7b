import { BlockList, isIP } from 'node:net';

/** Ranges of addresses as CIDR, or single addresses. */
export type AddressRanges = readonly string[];

/**
 * Addresses of IPv4 that are not of the public internet (IANA's registry of special purposes): this machine, private networks, carriers' own,
 * what a cloud tells its machines (169.254/16), examples, multicast.
 */
const notPublic4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Of IPv6 only this range is public, without what leads back to IPv4 (6to4, Teredo) and the examples. */
const public6 = ['2000::/3'];
const notPublic6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/** An IPv4 address in IPv6's clothes is judged as what it is. */
const mapped = ['::ffff:0:0/96'];

const closed4 = listOf(notPublic4);
const mapped4 = listOf(mapped);
const open6 = listOf(public6);
const closed6 = listOf(notPublic6);

/** Whether an address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !closed4.check(address, 'ipv4');
  if (isIP(address) === 6 && mapped4.check(address, 'ipv6')) return !closed4.check(address, 'ipv6');
  return isIP(address) === 6 && open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
}

/** Whether the operator has named a range that holds the address. */
export function isInRanges(address: string, ranges: AddressRanges): boolean {
  const family = isIP(address);
  return family !== 0 && listOf(ranges).check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Whether a text is a range: `10.0.0.0/8`, `fd00::/8`, or one address. */
export function isRange(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function listOf(ranges: AddressRanges): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    list.addSubnet(address, Number(bits ?? (family === 'ipv4' ? 32 : 128)), family);
  }
  return list;
}
