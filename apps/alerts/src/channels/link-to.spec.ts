import { linkTo } from './link-to.js';

const to = (listener: string, lead = 'L-7'): string => linkTo('https://leads.example.com', listener, lead);

describe('where a message leads', () => {
  it('a rep, to his own page, which is told whom the link is for and which lead it opens', () => {
    expect(to('ana')).toBe('https://leads.example.com/me?for=ana&lead=L-7');
  });

  it.each(['team:north', 'manager:north', 'manager:*', 'channel:sales', 'screen:hall', '*'])('%s, to the team’s page', (listener) => {
    expect(to(listener)).toBe('https://leads.example.com/team?lead=L-7');
  });

  it('to the lead of exactly that id, and for that rep, whatever they hold', () => {
    const { searchParams } = new URL(to('o&lead=x', 'a b&rep=luis+#%<"'));
    expect([...searchParams]).toEqual([
      ['for', 'o&lead=x'],
      ['lead', 'a b&rep=luis+#%<"'],
    ]);
  });
});
