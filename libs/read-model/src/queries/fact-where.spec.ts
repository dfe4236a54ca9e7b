import { factWhere, whole } from './fact-where.js';

const selection = { kinds: ['response'], at: null, trueAt: 1000, filters: [] } as const;

describe('the condition for the facts of a question', () => {
  it('takes what is true at the instant asked about', () => {
    expect(factWhere(selection)).toBe(`kind in ('response') and "from" <= 1000 and (until is null or until > 1000)`);
  });

  it('takes the start of a window and leaves its end', () => {
    expect(factWhere({ ...selection, at: { from: 5, to: 9 } })).toContain('at >= 5 and at < 9');
  });

  it('takes what was true at any instant of a stretch when a trend asks', () => {
    expect(factWhere({ ...selection, trueFrom: 400 })).toBe(`kind in ('response') and "from" <= 1000 and (until is null or until > 400)`);
  });

  it('asks for no value as null, never as a text', () => {
    const where = factWhere({ ...selection, filters: [{ column: 'rep', values: ['ana', null] }] });
    expect(where).toContain("(rep in ('ana') or rep is null)");
  });

  it('keeps a quote inside its text', () => {
    const where = factWhere({ ...selection, filters: [{ column: 'origin', values: ["o'; drop table x --"] }] });
    expect(where).toContain(`(origin in ('o''; drop table x --'))`);
  });

  it('lets no broken instant through', () => {
    expect(() => whole(Number.NaN)).toThrow('no instant');
  });
});
