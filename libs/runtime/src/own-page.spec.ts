import { pageRefusal } from './own-page.js';

const page = { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:8080', host: '127.0.0.1:8080' };
const told = (headers: Record<string, string | undefined>, method = 'POST', publicUrl: string | null = null) =>
  pageRefusal({ method, headers: { ...page, ...headers } }, publicUrl)?.status ?? 'in';

describe('a page of ours', () => {
  it('is let in by what its browser says of it', () => {
    expect(told({})).toBe('in');
    expect(told({ origin: 'http://localhost:8080', host: 'localhost:8080' })).toBe('in');
    expect(told({ origin: 'http://[::1]:8080', host: '[::1]:8080' })).toBe('in');
  });

  it('may ask without Origin, as browsers do, but not tell', () => {
    expect(told({ origin: undefined }, 'GET')).toBe('in');
    expect(told({ origin: undefined }, 'POST')).toBe(401);
  });

  it('is let in by the address that people type, behind a proxy too', () => {
    const typed = 'https://leads.example.com/';
    expect(told({ origin: 'https://leads.example.com' }, 'POST', typed)).toBe('in');
    expect(told({ origin: undefined, host: 'leads.example.com' }, 'GET', typed)).toBe('in');
    expect(told({ origin: undefined }, 'GET', typed)).toBe('in');
    expect(told({ origin: 'http://leads.example.com' }, 'POST', typed)).toBe(403);
  });
});

describe('another page', () => {
  it.each(['https://evil.example', 'http://127.0.0.1:9090', 'null', ''])('from %p is refused, whatever it is said to be', (origin) => {
    expect(told({ origin })).toBe(403);
    expect(told({ origin, 'sec-fetch-site': undefined })).toBe(403);
    expect(told({ origin }, 'GET')).toBe(403);
  });

  it.each(['cross-site', 'same-site', 'none', '', 'Same-Origin'])('is refused when its browser says %p', (site) => {
    expect(told({ 'sec-fetch-site': site })).toBe(403);
    expect(told({ 'sec-fetch-site': site, origin: undefined }, 'GET')).toBe(403);
  });

  it('is refused when a stranger made his name point here', () => {
    expect(told({ origin: 'http://evil.example:8080', host: 'evil.example:8080' })).toBe(403);
    expect(told({ origin: undefined, host: 'evil.example:8080' }, 'GET')).toBe(403);
    expect(told({ origin: undefined, host: undefined }, 'GET')).toBe(403);
  });
});

it('what is no page needs a key, and is told so', () => {
  expect(told({ 'sec-fetch-site': undefined })).toBe(401);
  expect(pageRefusal({ method: 'GET', headers: { host: '127.0.0.1:8080' } }, null)).toEqual({
    status: 401,
    detail: expect.stringContaining('Authorization: Bearer'),
  });
});
