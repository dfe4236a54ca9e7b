import { isOver, readSaid, readSeat, tagOf } from './said.js';

const whole = {
  alert_id: 'a1',
  lead: 'ada',
  says: 'late',
  title: 'Lead ada is late',
  body: 'x',
  language: 'en',
  rep: 'ana',
  claim: { label: 'Claim', assignment: { source: '/crm', id: 'e1' } },
  open: 'Open',
};

describe('what a notification says', () => {
  it('is read as it was pushed', () => {
    expect(readSaid(whole)).toEqual(whole);
    expect(readSaid({ ...whole, claim: { label: 'Claim', assignment: null } })).toMatchObject({ claim: { assignment: null } });
  });

  it('can leave out what a test, or a manager, does not need', () => {
    expect(readSaid({ alert_id: 't', title: 'x', rep: null, claim: null })).toMatchObject({ lead: '', rep: null, claim: null, open: '' });
  });

  it.each([[null], [7], ['x'], [{}], [{ ...whole, title: 5 }], [{ ...whole, alert_id: '' }]])(
    'is nothing of ours when it is %p',
    (value) => {
      expect(readSaid(value)).toBeNull();
    },
  );

  it('has one place for each lead, and none of them is that of a test', () => {
    expect(new Set([tagOf(''), tagOf('test'), tagOf('ada')]).size).toBe(3);
    expect(['late', 'ahead', 'retracted', 'resolved'].map((says) => isOver({ says }))).toEqual([false, false, true, true]);
  });
});

describe('whom a browser is for', () => {
  it('is read as it was kept, also by a worker of before, which did not know the way', () => {
    const seat = { for: 'rep:ana', language: 'es', way: 'push-0123456789abcdef' };
    expect(readSeat({ ...seat, more: 1 })).toEqual(seat);
    expect(readSeat({ for: 'rep:ana', language: 'es' })).toEqual({ ...seat, way: '' });
  });

  it.each([[undefined], [null], ['rep:ana'], [{ language: 'es' }]])('is nobody when it is %p', (value) => {
    expect(readSeat(value)).toBeNull();
  });
});
