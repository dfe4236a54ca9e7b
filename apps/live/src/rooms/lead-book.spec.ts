import { LeadBook } from './lead-book.js';

/** A vault that notes what it is asked for. */
function vault() {
  const asked: (readonly string[])[] = [];
  const read = async (leads: readonly string[]) => {
    asked.push(leads);
    return new Map(leads.map((lead) => [lead, lead.toUpperCase()]));
  };
  return { asked, read };
}

describe('what is read of leads', () => {
  it('is asked for once, until the lead changes', async () => {
    const { asked, read } = vault();
    const book = new LeadBook(read, 10);
    await book.of(['ada', 'bob']);
    await book.of(['ada', 'bob']);
    book.forget(['bob']);
    expect((await book.of(['ada', 'bob', 'cy'])).get('bob')).toBe('BOB');
    expect(asked).toEqual([
      ['ada', 'bob'],
      ['bob', 'cy'],
    ]);
  });

  it('is kept of few that are not shown any more', async () => {
    const { asked, read } = vault();
    const book = new LeadBook(read, 2);
    await book.of(['ada', 'bob']);
    await book.of(['bob', 'cy']);
    await book.of(['bob', 'cy', 'ada']);
    expect(asked).toEqual([['ada', 'bob'], ['cy'], ['ada']]);
  });

  it('is kept of all that are shown, however many', async () => {
    const { asked, read } = vault();
    const book = new LeadBook(read, 2);
    await book.of(['ada', 'bob', 'cy', 'dan']);
    await book.of(['ada', 'bob', 'cy', 'dan']);
    expect(asked).toHaveLength(1);
  });
});
