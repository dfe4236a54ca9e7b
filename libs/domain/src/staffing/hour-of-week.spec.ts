import fc from 'fast-check';
import { dayAndHour, hourOfWeek, hoursOfWeek, offsetsOver, timeByHour } from './hour-of-week.js';

const utc = (text: string): number => Date.parse(`${text}Z`);
const hour = 3_600_000;
const day = 24 * hour;
const zones = ['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns'];
const sunday = 6 * 24;

describe('the hour of the week', () => {
  it('is that of the zone’s wall clock, from Monday’s first on', () => {
    expect(hourOfWeek('UTC', utc('2026-11-02T00:00'))).toBe(0);
    expect(hourOfWeek('UTC', utc('2026-11-01T23:59:59.999'))).toBe(167);
    expect(hourOfWeek('Europe/Berlin', utc('2026-11-01T23:00'))).toBe(0);
    expect(hourOfWeek('UTC', utc('1969-12-29T00:00'))).toBe(0);
    expect([hourOfWeek('UTC', utc('1969-12-28T23:00')), hourOfWeek('UTC', utc('1969-12-22T00:00'))]).toEqual([167, 0]);
    expect(dayAndHour(167)).toEqual({ weekday: 6, hour: 23 });
  });

  it('has no time where the clock jumps over it, and twice the time where it repeats it', () => {
    const spring = timeByHour('Europe/Berlin', utc('2026-03-28T23:00'), utc('2026-03-29T22:00'));
    expect(spring.slice(sunday).map((time) => time / hour)).toEqual([1, 1, 0, ...new Array<number>(21).fill(1)]);
    const autumn = timeByHour('Europe/Berlin', utc('2026-10-24T22:00'), utc('2026-10-25T23:00'));
    expect(autumn.slice(sunday).map((time) => time / hour)).toEqual([1, 1, 2, ...new Array<number>(21).fill(1)]);
    expect(hourOfWeek('Europe/Berlin', utc('2026-10-25T00:30'))).toBe(sunday + 2);
    expect(hourOfWeek('Europe/Berlin', utc('2026-10-25T01:30'))).toBe(sunday + 2);
  });

  it('of a period that begins and ends within hours has parts of them', () => {
    const time = timeByHour('UTC', utc('2026-11-02T09:30'), utc('2026-11-02T11:15'));
    expect([8, 9, 10, 11, 12].map((index) => time[index])).toEqual([0, hour / 2, hour, hour / 4, 0]);
  });

  it('is by how much the zone is ahead of UTC, from one change of the clock to the next, the last without an end', () => {
    const [spring, autumn] = [utc('2026-03-29T01:00'), utc('2026-10-25T01:00')];
    const [winter, summer] = [hour, 2 * hour];
    expect(offsetsOver('Europe/Berlin', utc('2026-01-01T00:00'), utc('2026-12-31T00:00'))).toEqual([
      { until: spring, offset: winter },
      { until: autumn, offset: summer },
      { until: null, offset: winter },
    ]);
    expect(offsetsOver('Europe/Berlin', spring - 1, spring)).toEqual([{ until: null, offset: winter }]);
    expect(offsetsOver('Europe/Berlin', spring - 1, spring + 1)).toEqual([
      { until: spring, offset: winter },
      { until: null, offset: summer },
    ]);
    expect(offsetsOver('Europe/Berlin', spring, autumn)).toEqual([{ until: null, offset: summer }]);
    // over New Year it is one, however many years there are
    expect(offsetsOver('Europe/Berlin', autumn, utc('2027-03-28T01:00:00.001'))).toEqual([
      { until: utc('2027-03-28T01:00'), offset: winter },
      { until: null, offset: summer },
    ]);
    expect(offsetsOver('UTC', utc('2024-06-01T00:00'), utc('2027-06-01T00:00'))).toEqual([{ until: null, offset: 0 }]);
  });

  it('has the same time as minutes that are asked one by one, and offsets that say the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: utc('1995-01-01T00:00') / 60_000, max: utc('2030-01-01T00:00') / 60_000 }),
        fc.integer({ min: 1, max: 3 * 24 * 60 }),
        (zone, start, minutes) => {
          const [from, to] = [start * 60_000, (start + minutes) * 60_000];
          const slow = new Array<number>(hoursOfWeek).fill(0);
          const offsets = offsetsOver(zone, from, to);
          const byOffsets: number[] = [];
          const asked: number[] = [];
          for (let at = from; at < to; at += 60_000) {
            const index = hourOfWeek(zone, at);
            slow[index] = (slow[index] ?? 0) + 60_000;
            const offset = offsets.find(({ until }) => until === null || at < until)?.offset ?? Number.NaN;
            asked.push(index);
            byOffsets.push((Math.floor((at + offset) / hour) + 72) % hoursOfWeek);
          }
          expect(byOffsets).toEqual(asked);
          expect(timeByHour(zone, from, to)).toEqual(slow);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of four weeks comes four times, but where the clock changed', () => {
    const time = timeByHour('Europe/Berlin', utc('2026-03-05T11:00'), utc('2026-03-05T11:00') + 28 * day);
    expect(time[sunday + 2]).toBe(3 * hour);
    expect(time.filter((one) => one !== 4 * hour).length).toBe(2);
  });
});
