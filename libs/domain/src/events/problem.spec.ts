import { z } from 'zod';
import { isPlainName, problemOf } from './problem.js';

const schema = z.strictObject({
  who: z.string().nullable(),
  note: z.string().optional(),
  kind: z.enum(['call', 'chat']).optional(),
  list: z
    .array(z.strictObject({ letter: z.string() }))
    .max(2)
    .optional(),
  pair: z.tuple([z.number(), z.string()]).optional(),
  counts: z.record(z.string(), z.number()).optional(),
  nothing: z.strictObject({}).optional(),
  size: z.number().min(2).max(9).optional(),
  rate: z.number().positive().optional(),
  asked: z.custom((value) => value !== undefined && value !== 'x', { error: 'must not be x' }).optional(),
});

function problem(value: unknown, of: z.ZodType = schema, more?: readonly string[]): string | null {
  const { error } = of.safeParse(value);
  if (error === undefined) return null;
  const told = problemOf(error, of, value, '$', more);
  return `${told.path} ${told.problem}`;
}
const fields = 'allowed: who, note, kind, list, pair, counts, nothing, size, rate, asked';

describe('a problem', () => {
  it.each<[object, string]>([
    [{}, '$.who is missing; it must be text or null'],
    [{ who: 5 }, '$.who must be text or null'],
    [{ who: null, note: 5 }, '$.note must be text'],
    [{ who: null, note: null }, '$.note must be text; leave it out when there is none'],
    [{ who: null, kind: 'zebra' }, '$.kind must be one of call, chat'],
    [{ who: null, kind: 5 }, '$.kind must be one of call, chat'],
    [{ who: null, kind: 'cal' }, '$.kind must be one of call, chat; did you mean call?'],
    [{ who: null, kind: null }, '$.kind must be one of call, chat; leave it out when there is none'],
    [{ who: null, list: 'x' }, '$.list must be a list'],
    [{ who: null, pair: 'x' }, '$.pair must be a list'],
    [{ who: null, list: [{ letter: 'a' }, { letter: 5 }] }, '$.list[1].letter must be text'],
    [{ who: null, list: [{}] }, '$.list[0].letter is missing; it must be text'],
    [{ who: null, list: [1, 2, 3].map(() => ({ letter: 'a' })) }, '$.list must have at most 2 items'],
    [{ who: null, pair: [1, 2] }, '$.pair[1] must be text'],
    [{ who: null, size: 1 }, '$.size must be at least 2'],
    [{ who: null, size: 10 }, '$.size must be at most 9'],
    [{ who: null, rate: 0 }, '$.rate must be more than 0'],
    [{ who: null, asked: 'x' }, '$.asked must not be x'],
  ])('of %j names the place and what is allowed', (value, expected) => {
    expect(problem(value)).toBe(expected);
  });

  it('of what is not there at all says that it must be given', () => {
    const given = z.strictObject({ it: z.custom((value) => value !== undefined) });
    expect(problem({}, given)).toBe('$.it is missing; it must be given');
  });

  it('of a field that is not there lists those that are, of its own object alone', () => {
    expect(problem({ who: null, nota: 1 })).toBe(`$.nota is not a field here; did you mean note? ${fields}`);
    expect(problem({ who: null, zebra: 1 }, schema, ['other'])).toBe(`$.zebra is not a field here; ${fields}, other`);
    expect(problem({ who: null, list: [{ letter: 'a', lettre: 'b' }] }, schema, ['other'])).toBe(
      '$.list[0].lettre is not a field here; did you mean letter? allowed: letter',
    );
    expect(problem({ who: null, nothing: { a: 1 } })).toBe('$.nothing.a is not a field here; it has no fields');
  });

  it('repeats no key that may be personal, and ends its path before one', () => {
    expect(problem({ who: null, 'ada@example.com': 1 })).toBe(`$ has a field that is not allowed; ${fields}`);
    expect(problem({ who: null, counts: { 'ada@example.com': 'x' } })).toBe('$.counts must be a number');
    expect(problem({ who: null, counts: { 'is ada': 'x' } })).toBe('$.counts must be a number');
    expect(problem({ who: null, counts: { ada: 'x' } })).toBe('$.counts.ada must be a number');
  });

  it('tells a misspelt field first, and where else something is wrong, each place once and five at most', () => {
    expect(problem({ hwo: 'x' })).toBe(`$.hwo is not a field here; did you mean who? ${fields} (also wrong: $.who)`);
    expect(problem({ note: 1, kind: 2, list: 3, pair: 4, size: 'x', rate: 0, asked: 'x' })).toBe(
      '$.who is missing; it must be text or null (also wrong: $.note, $.kind, $.list, $.pair, $.size)',
    );
    const strict = z.strictObject({ word: z.string().min(2).regex(/^a/), size: z.number() });
    expect(problem({ word: 'b', size: 'x' }, strict)).toMatch(/\(also wrong: \$\.word, \$\.size\)$/);
  });

  it('of no issue is that it is not valid', () => {
    expect(problemOf(new z.ZodError([]), schema, {}, '$.data')).toEqual({ path: '$.data', problem: 'is not valid' });
  });
});

it('a name is plain when it is an identifier of at most 64 signs', () => {
  expect(['a', '_a', 'lead.created', 'A-9', 'x'.repeat(64)].map(isPlainName)).toEqual([true, true, true, true, true]);
  expect(['', '9a', '.a', 'a b', 'a@b', 'a\n', 'x'.repeat(65)].map(isPlainName)).toEqual(Array(7).fill(false));
});
