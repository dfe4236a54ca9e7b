import { isInRanges, isPublicAddress, isRange } from './address-ranges.js';

it.each(['8.8.8.8', '172.15.255.255', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::8a', '::ffff:8.8.8.8'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

it.each([
  '127.0.0.1',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.169.254',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:10.1.2.3',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  'example.com',
  '',
])('%j is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it('an address is in the ranges that an operator names, single addresses among them', () => {
  const ranges = ['10.1.0.0/16', '192.168.1.5', 'fd00::/8'];
  for (const address of ['10.1.0.0', '10.1.255.255', '192.168.1.5', 'fd12::1']) expect(isInRanges(address, ranges)).toBe(true);
  for (const address of ['10.2.0.0', '192.168.1.6', 'fe80::1', 'name']) expect(isInRanges(address, ranges)).toBe(false);
  expect(isInRanges('10.1.0.0', [])).toBe(false);
});

it('a range is an address with or without bits', () => {
  for (const text of ['10.0.0.0/8', '10.0.0.1', '0.0.0.0/0', 'fd00::/8', '::1/128']) expect(isRange(text)).toBe(true);
  for (const text of ['', '10.0.0.0/33', 'fd00::/129', '10.0.0/8', '10.0.0.0/', '10.0.0.0/8/8', 'intranet', '10.0.0.0/-1'])
    expect(isRange(text)).toBe(false);
});
