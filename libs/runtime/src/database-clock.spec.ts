import { DataSource } from 'typeorm';
import { DatabaseClock } from './database-clock.js';

const anywhere = new DataSource({ type: 'postgres' });

describe("the database's clock", () => {
  it("is the database's, told by this machine's", async () => {
    let here = 1_000;
    const clock = new DatabaseClock(
      () => here,
      async () => 61_000,
    );
    expect(clock.now()).toBe(1_000);
    await clock.measure(anywhere);
    expect(clock.now()).toBe(61_000);
    here = 1_500;
    expect(clock.now()).toBe(61_500);
  });

  it('takes the middle of the way there and back', async () => {
    const readings = [1_000, 1_100, 2_000];
    const clock = new DatabaseClock(
      () => readings.shift() ?? 0,
      async () => 5_050,
    );
    await clock.measure(anywhere);
    expect(clock.now()).toBe(6_000);
  });

  it('knows when its own clock was set, or stood still while the machine slept, until it is measured again', async () => {
    let [here, steady] = [10_000, 500];
    const clock = new DatabaseClock(
      () => here,
      async () => 50_000,
      () => steady,
    );
    await clock.measure(anywhere);
    [here, steady] = [here + 60_000, steady + 60_000];
    expect(clock.wasSet).toBe(false);
    here -= 3_600_000;
    expect(clock.wasSet).toBe(true);
    await clock.measure(anywhere);
    expect([clock.wasSet, clock.now()]).toEqual([false, 50_000]);
  });
});
