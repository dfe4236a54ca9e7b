import { listenerWord, maskedAddress, readAddress, readListenerFlag } from './way-words.js';

describe('whom a way is for', () => {
  it.each([
    ['rep:ana', 'ana'],
    ['team:north', 'team:north'],
    ['manager:*', 'manager:*'],
    ['channel:a:b', 'channel:a:b'],
    ['everybody', '*'],
  ])('%s is read, and said again', (word, value) => {
    expect(readListenerFlag(word)).toEqual({ ok: true, value });
    expect(listenerWord(value)).toBe(word);
  });

  it.each(['ana', 'rep:', 'owner', 'boss:ana', ''])('"%s" is refused with what it may be', (word) => {
    expect(readListenerFlag(word)).toMatchObject({ ok: false, problem: expect.stringContaining('rep:ID, team:ID') });
  });
});

describe('where a way leads', () => {
  it('is one address', () => {
    expect(readAddress({ email: 'ana@example.com' })).toEqual({ ok: true, value: { kind: 'email', address: 'ana@example.com' } });
    expect(readAddress({})).toMatchObject({ ok: false });
    expect(readAddress({ email: 'ana@example.com', slack: 'https://x.example/' })).toMatchObject({ ok: false });
  });

  it.each([
    [{ email: 'ana' }, 'no e-mail address'],
    [{ email: 'ana@example.com, bob@example.com' }, 'no e-mail address'],
    [{ webhook: 'x.example/hook' }, 'no URL'],
    [{ webhook: 'ftp://x.example' }, 'https'],
    [{ webhook: 'https://me:hunter2@x.example' }, 'signed'],
  ])('%p is refused, and not repeated', (flags, why) => {
    const read = readAddress(flags);
    expect(read).toMatchObject({ ok: false, problem: expect.stringContaining(why) });
    expect(JSON.stringify(read)).not.toMatch(/hunter2|bob/);
  });

  it('is shown so that nobody else can use it', () => {
    expect(maskedAddress({ kind: 'email', address: 'ana@example.com' })).toBe('a…@example.com');
    expect(maskedAddress({ kind: 'slack', address: 'https://hooks.example.com/T0/secret' })).toBe('https://hooks.example.com/…');
  });
});
