import { readPauses } from './pauses.js';

const pause = {
  from: '2026-03-17T14:02:00Z',
  until: '2026-03-17T14:12:00Z',
  seconds: 600,
  working_s: 120,
  reason: 'documents',
  rep: 'ana',
};
const open = { from: '2026-03-17T14:20:00Z', until: null, seconds: 300, working_s: 300, reason: null, rep: null };
const clocks = { answered_at: null, paused_s: 900, paused_working_s: 420, pauses: [pause, open] };

describe('the pauses of a lead', () => {
  it('are read with what they come to, the latest first, and one of them may go on', () => {
    const read = readPauses({ clocks });
    expect(read.all.map(({ seconds, reason, rep }) => [seconds, reason, rep])).toEqual([
      [300, null, null],
      [600, 'documents', 'ana'],
    ]);
    expect([read.seconds, read.workingSeconds, read.now?.from]).toEqual([900, 420, Date.parse(open.from)]);
    expect(readPauses({ clocks: { ...clocks, pauses: [pause] } }).now).toBeNull();
  });

  it('go on no more once the lead is answered', () => {
    const read = readPauses({ clocks: { ...clocks, answered_at: '2026-03-17T14:25:00Z' } });
    expect([read.now, read.all.length]).toEqual([null, 2]);
  });

  it.each([null, {}, { clocks: null }, { clocks: { pauses: [{ until: null }, 7], paused_s: 'x' } }])('of %j are none', (body) => {
    expect(readPauses(body)).toEqual({ all: [], seconds: 0, workingSeconds: 0, now: null });
  });
});
