import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchBytes, PrivateAddress } from './fetch-bytes.js';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
const get = (address: string, more: { allow?: readonly string[]; timeout?: number } = {}) =>
  fetchBytes(new URL(address), { allow: ['127.0.0.0/8'], mostBytes: 1_000_000, timeout: 10_000, ...more });

it('gets what an address that may be asked says', async () => {
  const port = await serve((_request, response) => response.end('BEGIN:VCALENDAR'));
  expect((await get(`http://127.0.0.1:${port}/a`)).toString()).toBe('BEGIN:VCALENDAR');
});

it('asks no private address, by number, by name or in another writing, unless its range is named', async () => {
  let asked = 0;
  const port = await serve((_request, response) => {
    asked += 1;
    response.end();
  });
  for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254', '0.0.0.0'])
    await expect(get(`http://${host}:${port}/`, { allow: ['10.0.0.0/8'] })).rejects.toThrow(PrivateAddress);
  expect(asked).toBe(0);
  await expect(get(`http://localhost:${port}/`, { allow: [] })).rejects.toThrow(/^localhost leads to (127\.0\.0\.1|::1), no address/);
});

it('follows a redirection only where it might have gone itself', async () => {
  let inner = 0;
  const last = await serve((_request, response) => response.end('there'));
  const locations = new Map([
    ['/ok', `http://127.0.0.1:${last}/`],
    ['/private', `http://10.0.0.1/`],
    ['/file', 'file:///etc/passwd'],
    ['/circle', '/circle'],
  ]);
  const port = await serve(({ url = '' }, response) => {
    inner += 1;
    response.writeHead(302, { location: locations.get(url) ?? '' }).end();
  });
  expect((await get(`http://127.0.0.1:${port}/ok`)).toString()).toBe('there');
  await expect(get(`http://127.0.0.1:${port}/private`)).rejects.toThrow('10.0.0.1 is no address of the public internet');
  await expect(get(`http://127.0.0.1:${port}/file`)).rejects.toThrow('redirects to what is no http or https address');
  inner = 0;
  await expect(get(`http://127.0.0.1:${port}/circle`)).rejects.toThrow('redirects more than 5 times');
  expect(inner).toBe(6);
});

it('ends with the host and the reason, without the address, when it is away, hangs, fails or never stops', async () => {
  const port = await serve(({ url }, response) => {
    if (url === '/hang?secret') response.write('B');
    else if (url === '/long?secret') response.end(Buffer.alloc(1_000_001));
    else response.writeHead(503).end();
  });
  const failure = (path: string): Promise<string> =>
    get(`http://127.0.0.1:${port}${path}?secret`, { timeout: 500 }).then(
      () => 'none',
      (error: unknown) => String(error),
    );
  expect(await failure('/fail')).toBe(`Error: 127.0.0.1:${port} answered 503`);
  expect(await failure('/hang')).toBe(`Error: 127.0.0.1:${port} did not answer within 0.5 s`);
  expect(await failure('/long')).toBe(`Error: 127.0.0.1:${port} sends more than 1 MB`);
  for (const server of servers) server.close().closeAllConnections();
  const away = await failure('/away');
  expect(away).toMatch(/ECONNREFUSED/);
  expect(away).not.toContain('secret');
});
