import { isAllowedOrigin } from './origin.js';

const from = (origin: string | undefined, host = '127.0.0.1:8080', publicUrl: string | null = null) =>
  isAllowedOrigin({ origin, host }, publicUrl);

describe('the origin of a page', () => {
  it('is allowed when the page came from here', () => {
    expect(from('http://127.0.0.1:8080')).toBe(true);
    expect(from('http://localhost:8080', 'localhost:8080')).toBe(true);
  });

  it('is refused when it is another host, port or nothing that can be read', () => {
    expect(from('https://evil.example')).toBe(false);
    expect(from('http://127.0.0.1:9090')).toBe(false);
    expect(from('null')).toBe(false);
  });

  it('is refused when a stranger made his name point here', () => {
    expect(from('http://evil.example:8080', 'evil.example:8080')).toBe(false);
  });

  it('is allowed for what people type, behind a proxy too', () => {
    expect(from('https://leads.example.com', '127.0.0.1:8080', 'https://leads.example.com/')).toBe(true);
    expect(from('http://leads.example.com', '127.0.0.1:8080', 'https://leads.example.com/')).toBe(false);
  });

  it('is no matter for a program that is no browser', () => {
    expect(from(undefined)).toBe(true);
  });
});
