import { AskedBefore } from './asked-before.js';

let elapsed = 0;
let asked: AskedBefore;
beforeEach(() => {
  elapsed = 0;
  asked = new AskedBefore(() => elapsed);
});

const after = (ms: number, name: string): boolean => {
  elapsed += ms;
  return asked.again(name);
};

describe('a question', () => {
  it('comes again when it was asked within three minutes, each time anew', () => {
    expect([after(0, 'a'), after(1, 'b'), after(180_000, 'b'), after(180_000, 'b')]).toEqual([false, false, true, true]);
    expect(after(180_001, 'b')).toBe(false);
    expect(after(0, 'a')).toBe(false);
  });

  it('is forgotten once five hundred others were asked after it', () => {
    after(0, 'first');
    after(0, 'second');
    for (let n = 0; n < 498; n++) after(0, `other-${n}`);
    expect(after(0, 'first')).toBe(true);
    after(0, 'one more');
    expect([after(0, 'first'), after(0, 'second')]).toEqual([true, false]);
  });
});
