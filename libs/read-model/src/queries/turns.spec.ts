import { inTurns, Turns } from './turns.js';

/** Keeps the loop busy. */
function work(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** Which rounds of the event loop each of some workers was at work in, `stretches` times each. */
async function roundsOf(workers: number, stretches: number): Promise<readonly number[]> {
  let round = 0;
  let isDone = false;
  const count = (): void => {
    round++;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const at: number[] = [];
  const worker = async (): Promise<void> => {
    const turns = new Turns();
    for (let n = 0; n < stretches; n++) {
      await turns.next();
      at.push(round);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  isDone = true;
  return at;
}

describe('those who work for long', () => {
  it('have rounds of the event loop of their own, however many they are', async () => {
    const rounds = await roundsOf(4, 3);
    expect(rounds).toHaveLength(12);
    expect(new Set(rounds).size).toBe(12);
  });

  it('go on for a stretch of ten milliseconds before it is the turn of others', async () => {
    let elapsed = 100;
    const turns = new Turns(() => elapsed);
    elapsed = 109.9;
    expect(turns.isOver).toBe(false);
    elapsed = 110;
    expect(turns.isOver).toBe(true);
    await turns.next();
    expect(turns.isOver).toBe(false);
    elapsed = 120;
    expect(turns.isOver).toBe(true);
  });

  it('do all their steps, and let others in between', async () => {
    const done: number[] = [];
    let others = 0;
    const timer = setInterval(() => others++, 1);
    function* steps(): Generator<void> {
      for (let n = 0; n < 6; n++) {
        work(11);
        done.push(n);
        yield;
      }
    }
    await inTurns(steps());
    clearInterval(timer);
    expect(done).toEqual([0, 1, 2, 3, 4, 5]);
    expect(others).toBeGreaterThanOrEqual(3);
  });
});
