import type { Row } from './answers.js';
import { latenessOf } from './lateness.js';

const due = '2026-11-24T09:05:00.000Z';
const alert = (raisedMs: number, shownMs: number | null, more: Partial<Row> = {}): Row => ({
  subject: 'ada',
  kind: 'alert',
  n: 0,
  part: 'due',
  item: 'a',
  at: due,
  from: due,
  since: shownMs === null ? null : new Date(Date.parse(due) + shownMs).toISOString(),
  due,
  value: raisedMs / 1000,
  excluded: null,
  rep: null,
  origin: null,
  product: null,
  ...more,
});

describe('how late alerts were', () => {
  it('is nothing without any', () => {
    const none = { n: 0, p50: null, p99: null, max: null, bins: [0, 0, 0, 0, 0, 0] };
    expect(latenessOf([])).toEqual({ raised: none, shown: none });
  });

  it('is counted apart for those that were shown, into bins that hold their beginnings', () => {
    const rows = [
      alert(0, 49),
      alert(49, 50),
      alert(50, 149),
      alert(150, null),
      alert(60_000, 60_001),
      alert(9, 9, { excluded: 'no_arrival' }),
    ];
    const { raised, shown } = latenessOf(rows);
    expect(raised).toMatchObject({ n: 5, p50: 50, max: 60_000, bins: [2, 1, 1, 0, 0, 1] });
    expect(shown).toMatchObject({ n: 4, p50: 99.5, max: 60_001, bins: [1, 2, 0, 0, 0, 1] });
    expect(raised.p99).toBeCloseTo(57_606);
  });

  it('before it was due is in the first bin', () => {
    expect(latenessOf([alert(-3, null)]).raised).toMatchObject({ n: 1, p50: -3, p99: -3, max: -3, bins: [1, 0, 0, 0, 0, 0] });
  });
});
