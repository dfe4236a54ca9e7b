import { disagrees, driftedApart, hearFrameTime, hearSample, newRound, serverTimeAt, unsetClock, untilNextSecond } from './server-clock.js';

const TRUE_OFFSET = 1_000_000;
/** a round trip whose way there took `there` ms and whose way back took `back` ms */
const trip = (sentAt: number, there: number, back: number) => ({
  sentAt,
  heardAt: sentAt + there + back,
  serverTime: TRUE_OFFSET + sentAt + there,
});

describe('the clock of the server', () => {
  it('takes the offset of the shortest round trip, not the average', () => {
    const trips = [
      trip(0, 5, 400),
      trip(10, 300, 20),
      trip(20, 6, 4),
      trip(30, 900, 10),
      trip(40, 5, 90),
      trip(50, 80, 5),
      trip(60, 7, 70),
      trip(70, 9, 200),
    ];
    const clock = trips.reduce(hearSample, unsetClock);
    expect(serverTimeAt(clock, 500)).toBe(TRUE_OFFSET + 500 + 1);
  });

  it('keeps its offset until a new round is full', () => {
    const settled = Array.from({ length: 8 }, (_, at) => trip(at, 2, 2)).reduce(hearSample, unsetClock);
    const seven = Array.from({ length: 7 }, (_, at) => trip(at, 20, 0)).reduce(hearSample, newRound(settled));
    expect(seven.offset).toBe(TRUE_OFFSET);
    expect(hearSample(seven, trip(9, 30, 0)).offset).toBe(TRUE_OFFSET + 10);
  });

  it('uses the first frame until it has measured', () => {
    expect(serverTimeAt(unsetClock, 5)).toBeNull();
    expect(serverTimeAt(hearFrameTime(unsetClock, 2_000, 500), 600)).toBe(2_100);
  });

  it('is corrected by a frame that it lies more than 2 s behind, because the device slept', () => {
    const clock = hearFrameTime(unsetClock, 2_000, 500);
    expect(serverTimeAt(hearFrameTime(clock, 4_000, 500), 500)).toBe(2_000);
    expect(serverTimeAt(hearFrameTime(clock, 4_001, 500), 500)).toBe(4_001);
  });

  it('is not put back by a late frame, but measured anew', () => {
    const clock = hearFrameTime(unsetClock, 9_000, 500);
    expect(hearFrameTime(clock, 6_000, 500)).toBe(clock);
    expect(disagrees(clock, 6_000, 500)).toBe(true);
    expect(disagrees(clock, 7_000, 500)).toBe(false);
  });

  it('notices that the clocks of the device went apart by more than 2 s', () => {
    expect(driftedApart(100, 5_100, 3_000)).toBe(false);
    expect(driftedApart(100, 5_101, 3_000)).toBe(true);
    expect(driftedApart(100, 1_000, 3_000)).toBe(true);
  });

  it('ticks at the full second of the server', () => {
    expect(untilNextSecond(5_250)).toBe(750);
    expect(untilNextSecond(5_000)).toBe(1_000);
  });
});
