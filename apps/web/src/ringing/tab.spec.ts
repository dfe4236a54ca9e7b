import { titleOf } from './tab.js';

describe('the title', () => {
  it('says how many are late and how long the first has waited', () => {
    expect(titleOf({ late: 2, ahead: 1, time: '7:42' }, 'Leads')).toBe('(2) ▲ 7:42 · Leads');
  });

  it('says how many soon will be, and what is left of the first, while nobody is late', () => {
    expect(titleOf({ late: 0, ahead: 2, time: '0:42 left' }, 'Leads')).toBe('(2) 0:42 left · Leads');
  });

  it('is the page’s name when nobody is late, or nobody can know', () => {
    const marks = [
      { late: 0, ahead: 0, time: null },
      { late: 2, ahead: 0, time: null },
      { late: 0, ahead: 1, time: null },
    ];
    expect(marks.map((mark) => titleOf(mark, 'Leads'))).toEqual(['Leads', 'Leads', 'Leads']);
  });
});
