import { momentsBetween } from './moments.js';
import { byId, waits } from './testing/leads.js';

const ana = { rep: 'ana', owner: 'Ana' };
const look = (asOf: number, ...leads: readonly ReturnType<typeof waits>[]) => ({ leads: byId(...leads), asOf });
const said = (...looks: Parameters<typeof momentsBetween>) => momentsBetween(...looks).map(({ what, lead }) => `${what} ${lead.lead}`);

describe('the moments of a queue', () => {
  it('begin with the second look: what is there already is not new', () => {
    expect(said(null, look(0, waits('a', 10)), 'ana')).toEqual([]);
  });

  it('are new leads of mine and of nobody, not those of others', () => {
    const now = look(1_000, waits('a', 10), waits('b', 0, ana), waits('c', 0), waits('d', 0, { rep: 'luis' }));
    expect(said(look(0, waits('a', 10)), now, 'ana')).toEqual(['new b', 'new c']);
  });

  it('are the minute that is left, once, exactly when it begins', () => {
    const lead = waits('a', 239, ana);
    expect(said(look(0, lead), look(999, lead), 'ana')).toEqual([]);
    expect(said(look(0, lead), look(1_000, lead), 'ana')).toEqual(['minute a']);
    expect(said(look(1_000, lead), look(2_000, lead), 'ana')).toEqual([]);
  });

  it('are not a minute that nobody has looked for, and that is over', () => {
    const lead = waits('a', 239, ana);
    expect(said(look(0, lead), look(60_999, lead), 'ana')).toEqual(['minute a']);
    expect(said(look(0, lead), look(61_000, lead), 'ana')).toEqual([]);
  });

  it('are none of a clock that stands, or of a lead without a target', () => {
    const leads = [waits('held', 239, { ...ana, heldMs: 1 }), waits('untimed', 239, { ...ana, due: null })];
    expect(said(look(0, ...leads), look(1_000, ...leads), 'ana')).toEqual([]);
  });
});
