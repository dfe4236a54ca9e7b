import { guardAddresses, refuseLiteral } from './address-guard.js';

const refuses = guardAddresses([]);

describe('where a webhook may go', () => {
  it.each(['8.8.8.8', '2001:4860:4860::8888', '::ffff:8.8.8.8'])('%s is public: encrypted it may', (address) => {
    expect(refuses(address, true)).toBeNull();
    expect(refuses(address, false)).toMatch(/https/);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    '2001:db8::1',
  ])('%s is not', (address) => expect(refuses(address, true)).toMatch(/LEADCLOCK_WEBHOOK_ALLOW/));

  it('may be a range that the operator has named, encrypted or not, and no other', () => {
    const guard = guardAddresses(['10.1.0.0/16', 'fd00::/8']);
    expect(['10.1.9.9', '::ffff:10.1.9.9', 'fd12::1'].map((address) => guard(address, false))).toEqual([null, null, null]);
    expect(guard('10.2.0.1', true)).toMatch(/not public/);
  });

  it('is judged before anything is sent when a URL holds an address, however it is written', () => {
    for (const url of ['https://127.0.0.1/x', 'https://[::1]/x', 'https://0x7f.1/', 'https://2130706433/', 'https://[::ffff:7f00:1]/'])
      expect(() => refuseLiteral(new URL(url), refuses)).toThrow(/not public/);
    refuseLiteral(new URL('https://example.com/'), refuses);
  });
});
