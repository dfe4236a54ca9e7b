import { skippedBy, standingAmong } from './stage-order.js';

const entered = (place: number, at: number) => ({ place, at });

describe('a stage among those of its order', () => {
  it('is followed by the first entry of a later one, and of the very next', () => {
    const all = [entered(0, 10), entered(3, 40), entered(2, 20), entered(1, 30)];
    expect(standingAmong(entered(0, 10), all)).toEqual({ returned: false, laterAt: 20, nextAt: 30 });
    expect(standingAmong(entered(1, 30), all)).toEqual({ returned: true, laterAt: 20, nextAt: 20 });
    expect(standingAmong(entered(3, 40), all)).toEqual({ returned: false, laterAt: null, nextAt: null });
  });

  it('was neither before nor after one of the same instant', () => {
    expect(standingAmong(entered(0, 10), [entered(0, 10), entered(2, 10)])).toEqual({ returned: false, laterAt: 10, nextAt: null });
  });

  it('is skipped by the first entry of a later one, in whatever order they are told', () => {
    expect(skippedBy(1, [entered(0, 5), entered(3, 40), entered(2, 20)])).toEqual(entered(2, 20));
    expect(skippedBy(1, [entered(2, 20), entered(3, 40)])).toEqual(entered(2, 20));
    expect(skippedBy(1, [entered(3, 20), entered(2, 20)])).toEqual(entered(3, 20));
  });

  it('is not skipped once it was entered, at the same instant neither, nor by an earlier one', () => {
    expect(skippedBy(1, [entered(1, 10), entered(2, 20)])).toBeNull();
    expect(skippedBy(1, [entered(1, 20), entered(2, 20)])).toBeNull();
    expect(skippedBy(1, [entered(2, 20), entered(1, 21)])).toEqual(entered(2, 20));
    expect(skippedBy(1, [entered(0, 20)])).toBeNull();
    expect(skippedBy(1, [])).toBeNull();
  });
});
