import { joined } from './time-down.js';

describe('times in which the product was away', () => {
  it('are each told once, whichever overlap', () => {
    expect(joined([])).toEqual([]);
    expect(
      joined([
        { from: 50, to: 60 },
        { from: 10, to: 20 },
        { from: 15, to: 18 },
        { from: 20, to: 30 },
      ]),
    ).toEqual([
      { from: 10, to: 30 },
      { from: 50, to: 60 },
    ]);
  });
});
