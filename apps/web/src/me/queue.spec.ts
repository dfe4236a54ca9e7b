import { queueOf, sectionNames } from './queue.js';
import { agreed, byId, waits } from './testing/leads.js';

const idsOf = (sections: ReturnType<typeof queueOf>) =>
  Object.fromEntries(sectionNames.map((name) => [name, sections[name].map((lead) => lead.lead)]));
const ana = { rep: 'ana', owner: 'Ana' };

describe('a rep’s queue', () => {
  it('is empty when nobody waits', () => {
    expect(idsOf(queueOf({ floor: {}, own: {}, agreed: {} }, 'ana', 0))).toEqual({
      mineLate: [],
      calls: [],
      mine: [],
      nobodys: [],
      others: [],
    });
  });

  it('puts mine that are late first, then mine, nobody’s, and others', () => {
    const floor = byId(waits('free', 500), waits('luis', 10, { rep: 'luis' }), waits('late', 301, ana), waits('fine', 20, ana));
    expect(idsOf(queueOf({ floor, own: {}, agreed: {} }, 'ana', 0))).toEqual({
      mineLate: ['late'],
      calls: [],
      mine: ['fine'],
      nobodys: ['free'],
      others: ['luis'],
    });
  });

  it('is not late exactly at the target, and late a millisecond after it', () => {
    const floor = byId(waits('a', 300, ana));
    expect(idsOf(queueOf({ floor, own: {}, agreed: {} }, 'ana', 0))).toMatchObject({ mineLate: [], mine: ['a'] });
    expect(idsOf(queueOf({ floor, own: {}, agreed: {} }, 'ana', 1))).toMatchObject({ mineLate: ['a'], mine: [] });
  });

  it('has the longest wait first, then what has no target, what stands still last', () => {
    const floor = byId(
      waits('held', 900, { heldMs: 120_000 }),
      waits('untimed', 800, { due: null }),
      waits('short', 10),
      waits('long', 200),
      waits('late', 400),
    );
    expect(queueOf({ floor, own: {}, agreed: {} }, 'ana', 0).nobodys.map((lead) => lead.lead)).toEqual([
      'late',
      'long',
      'short',
      'untimed',
      'held',
    ]);
  });

  it('has a lead of mine that the floor’s list leaves out, and each lead once', () => {
    const floor = byId(waits('both', 20, ana));
    const own = byId(waits('both', 20, ana), waits('mine', 30, ana));
    expect(queueOf({ floor, own, agreed: {} }, 'ana', 0).mine.map((lead) => lead.lead)).toEqual(['mine', 'both']);
  });

  it('orders equal waits by id, so that they do not change places', () => {
    expect(queueOf({ floor: byId(waits('b', 5), waits('a', 5)), own: {}, agreed: {} }, 'ana', 0).nobodys.map((lead) => lead.lead)).toEqual([
      'a',
      'b',
    ]);
  });

  it('has whom I promised to call, the first promise first, once the lead waits no more', () => {
    const call = (lead: string, at: number, by = 'ana') => agreed(lead, 900, { callBack: { event: { source: '/s', id: lead }, at, by } });
    const told = byId(call('later', 2_000), call('first', 1_000), call('luis', 500, 'luis'), call('both', 10), agreed('offered', 5));
    const sections = queueOf({ floor: byId(waits('both', 20, ana)), own: {}, agreed: told }, 'ana', 0);
    expect(idsOf(sections)).toMatchObject({ calls: ['first', 'later'], mine: ['both'] });
  });
});
