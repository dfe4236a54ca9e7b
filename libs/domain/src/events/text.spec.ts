import { z } from 'zod';
import { Code, codeOf, isPlainText, lengthOf, line, Note, textProblem } from './text.js';

describe('a line of text', () => {
  it.each(['Zoë', 'Ж', '😀', 'a b', '\u{1d4b3}', '\u00a0', '\u{10000}', '\u{10ffff}', '\u{103ff}', '\ue000'])('may be %j', (text) => {
    expect(isPlainText(text)).toBe(true);
  });

  it.each([
    'a\u0000b',
    'tab\t',
    'line\n',
    '\u007f',
    '\u0085',
    '\ud83d',
    '\ude00',
    'a\ude00b',
    '\ud83d\ud83d',
    '\ude00\ud83d',
    '\udc00',
    '\udfff',
    '\udbff\ue000',
    '\udc00\udc00',
  ])('may not be %j, which a database or a log cannot hold', (text) => {
    expect(isPlainText(text)).toBe(false);
  });

  it('has 1 to 200 characters as people count them', () => {
    expect(line().safeParse('').success).toBe(false);
    expect(line().safeParse('x'.repeat(200)).success).toBe(true);
    expect(line().safeParse('x'.repeat(201)).success).toBe(false);
    expect(line().safeParse('😀'.repeat(200)).success).toBe(true);
    expect(line().safeParse('😀'.repeat(201)).success).toBe(false);
  });
});

it('a text has as many characters as people count', () => {
  expect(['', 'a', '😀', 'a😀b', '😀😀', '\ud83d', 'a\ud83d', '\ude00\ud83d', '\ud83d\ud83d\ude00'].map(lengthOf)).toEqual([
    0, 1, 1, 3, 2, 1, 2, 2, 2,
  ]);
});

it('a text that is wrong is told why, and how to mend it', () => {
  const problems = ['', 'abcd', '😀😀😀', 'ab\n', 'abc'].map((text) => textProblem(text, 3));
  expect(problems).toEqual([
    'is empty; leave it out or give 1 to 3 characters',
    'is longer than 3 characters; shorten it',
    null,
    'holds a control character or half of a surrogate pair; remove it',
    null,
  ]);
});

describe('a note', () => {
  it('has at most 10,000 units, and says so to who sends it', () => {
    expect(Note.safeParse('x'.repeat(10_000)).success).toBe(true);
    expect(Note.safeParse('x'.repeat(10_001)).error?.issues[0]?.message).toBe('is longer than 10000 characters; shorten it');
    expect(z.toJSONSchema(Note)).toMatchObject({ type: 'string', maxLength: 10_000 });
    expect(z.toJSONSchema(line(7))).toMatchObject({ type: 'string', minLength: 1, maxLength: 7 });
  });

  it('may have several lines, but nothing that no store can hold', () => {
    expect(Note.safeParse('one\r\n\ttwo').success).toBe(true);
    expect(Note.safeParse('one\u0000').success).toBe(false);
    expect(Note.safeParse('x'.repeat(10_001)).success).toBe(false);
  });
});

describe('a reason', () => {
  it.each(['price', 'no_time', 'to-late', 'X9', 'цена', 'a'.repeat(64)])('%s is a code', (text) => {
    expect(Code.safeParse(text).success).toBe(true);
    expect(codeOf(text)).toBe(text);
  });

  it.each(['', 'too dear', "can't", 'a'.repeat(65), 'a.b', 'a\n'])('%j is none', (text) => {
    expect(Code.safeParse(text).success).toBe(false);
  });

  it('says its form to who sends it', () => {
    expect(z.toJSONSchema(Code)).toMatchObject({ type: 'string', pattern: '^[\\p{L}\\p{M}\\p{N}_-]{1,64}$' });
  });

  it('of a pick list becomes a code on import', () => {
    expect(codeOf("Can't afford")).toBe('Can_t_afford');
    expect(codeOf(' Wants offline classes! ')).toBe('Wants_offline_classes');
    expect(codeOf('- 2 for 1 ...?')).toBe('-_2_for_1');
    expect(codeOf('((too  dear))')).toBe('too_dear');
    expect(codeOf('12 000 items')).toBe('12_000_items');
    expect(codeOf('__price__')).toBe('__price__');
  });

  it.each(['', '!!', 'ask ada@example.com', 'call 030 123 45 67', '030 123 45 67 please', 'x 1234567', 'x'.repeat(65)])(
    '%j becomes none: it is empty, too long, or may hold an address or a number',
    (text) => {
      expect(codeOf(text)).toBeNull();
    },
  );
});
