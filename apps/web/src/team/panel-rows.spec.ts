import type { ListedLead, Row } from './answers.js';
import { completed, linesOf, waitingLine, waitingThenLongest } from './panel-rows.js';

const at = (time: string): string => `2026-03-17T${time}Z`;
const row = (subject: string, change: Partial<Row> = {}): Row => ({
  subject,
  kind: 'target',
  n: 0,
  part: 'breached',
  item: null,
  at: at('10:00:00'),
  from: at('10:05:00'),
  due: at('10:05:00'),
  value: null,
  excluded: null,
  rep: 'ana',
  origin: 'web',
  product: null,
  ...change,
});
const answer = (subject: string, seconds: number, change: Partial<Row> = {}): Row => {
  const given = new Date(Date.parse(at('10:00:00')) + seconds * 1_000).toISOString();
  return row(subject, { kind: 'response', part: 'both', due: given, value: seconds, from: given, ...change });
};
const listed = (lead: string, change: Partial<ListedLead> = {}): ListedLead => ({
  lead,
  name: 'Ada L.',
  status: 'waiting',
  arrived_at: at('10:00:00'),
  owner: null,
  origin: 'web',
  product: null,
  answered_at: null,
  answered_by: null,
  paused_at: null,
  due_at: at('10:05:00'),
  ...change,
});

describe('the leads behind a figure', () => {
  it('that missed the target: those that wait first, then the longest answer, with what lay beyond', () => {
    const rows = [
      row('met', { part: 'met' }),
      row('short'),
      row('waits'),
      row('long'),
      row('pending', { kind: 'arrival', excluded: 'pending', part: null }),
    ];
    const lines = linesOf('missed', null, rows, [answer('short', 312), answer('long', 900), answer('met', 60)]);
    expect(lines.map(({ lead, tookMs, overMs }) => [lead, tookMs, overMs])).toEqual([
      ['waits', null, null],
      ['long', 900_000, 600_000],
      ['short', 312_000, 12_000],
    ]);
    expect(lines[0]?.waitsSince).toBe(Date.parse(at('10:00:00')));
  });

  it('of a bin are the answers in it, an edge to the left; leads without an answer are in none', () => {
    const rows = [answer('four', 299), answer('five', 300), answer('six', 301), row('none', { kind: 'arrival', excluded: 'unanswered' })];
    expect(linesOf('bin', '4', rows, rows).map(({ lead }) => lead)).toEqual(['five', 'four']);
    expect(linesOf('answered', null, rows, rows).map(({ lead }) => lead)).toEqual(['six', 'five', 'four']);
  });

  it('was answered when it was, whatever its row says of it later: the target is not its own instant', () => {
    const sold = answer('sold', 312, { from: at('16:00:00') });
    expect(linesOf('missed', null, [row('sold')], [sold])).toMatchObject([{ overMs: 12_000, at: Date.parse(at('10:05:12')) }]);
    expect(linesOf('answered', null, [sold], [sold])).toMatchObject([{ due: null, overMs: null, at: Date.parse(at('10:05:12')) }]);
  });

  it('of a stage are those that entered it, the latest first', () => {
    const rows = [row('early', { at: at('09:00:00') }), row('late', { at: at('11:00:00') })];
    expect(linesOf('stage', 'meeting', rows, []).map(({ lead }) => lead)).toEqual(['late', 'early']);
  });

  it('that wait come from the list of leads, a paused one with its clock standing', () => {
    expect(waitingLine(listed('ada', { paused_at: at('10:04:00') }))).toMatchObject({ lead: 'ada', heldMs: 240_000, rep: null });
  });
});

describe('the order of those that missed the target', () => {
  it('has those that were closed without an answer after who waits, and before the longest answer', () => {
    const lines = linesOf('missed', null, [row('answered'), row('closed'), row('waits')], [answer('answered', 900)]);
    const told = lines.map((line) => completed(line, listed(line.lead, { status: line.lead === 'closed' ? 'closed' : 'waiting' })));
    expect(told.sort(waitingThenLongest).map(({ lead }) => lead)).toEqual(['waits', 'closed', 'answered']);
  });
});

describe('what the list of leads adds', () => {
  const [waits] = linesOf('missed', null, [row('ada')], []);
  const [entered] = linesOf('stage', 'won', [row('ada')], []);

  it('is the answer that came in another question’s place', () => {
    if (waits === undefined) throw new Error('no line');
    const answered = listed('ada', { status: 'answered', answered_at: at('10:06:18') });
    expect(completed(waits, answered)).toMatchObject({ waitsSince: null, tookMs: 378_000, overMs: 78_000 });
    expect(completed(waits, listed('ada'))).toBe(waits);
    expect(completed(waits, undefined)).toBe(waits);
    expect(completed(waits, listed('ada', { status: 'closed' })).waitsSince).toBeNull();
  });

  it('is the time to the answer of a lead that arrived before the period', () => {
    if (entered === undefined) throw new Error('no line');
    expect(completed(entered, listed('ada', { status: 'answered', answered_at: at('10:01:00') })).tookMs).toBe(60_000);
    expect(completed(entered, listed('ada')).tookMs).toBeNull();
  });
});
