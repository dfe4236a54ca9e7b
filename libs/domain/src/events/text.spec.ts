import { Code, codeOf, isPlainText, line, Note } from './text.js';

describe('a line of text', () => {
  it.each(['Zoë', 'Ж', '😀', 'a b', '\u{1d4b3}'])('may be %j', (text) => {
    expect(isPlainText(text)).toBe(true);
  });

  it.each(['a\u0000b', 'tab\t', 'line\n', '\u007f', '\u0085', '\ud83d', '\ude00', 'a\ude00b', '\ud83d\ud83d', '\ude00\ud83d'])(
    'may not be %j, which a database or a log cannot hold',
    (text) => {
      expect(isPlainText(text)).toBe(false);
    },
  );

  it('has 1 to 200 characters as people count them', () => {
    expect(line().safeParse('').success).toBe(false);
    expect(line().safeParse('x'.repeat(200)).success).toBe(true);
    expect(line().safeParse('x'.repeat(201)).success).toBe(false);
    expect(line().safeParse('😀'.repeat(200)).success).toBe(true);
    expect(line().safeParse('😀'.repeat(201)).success).toBe(false);
  });
});

describe('a note', () => {
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

  it('of a pick list becomes a code on import', () => {
    expect(codeOf("Can't afford")).toBe('Can_t_afford');
    expect(codeOf(' Wants offline classes! ')).toBe('Wants_offline_classes');
  });

  it.each(['', '!!', 'ask ada@example.com', 'call 030 123 45 67', 'x'.repeat(65)])(
    '%j becomes none: it is empty, too long, or may hold an address or a number',
    (text) => {
      expect(codeOf(text)).toBeNull();
    },
  );
});
