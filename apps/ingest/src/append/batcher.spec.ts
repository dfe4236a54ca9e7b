import { Batcher } from './batcher.js';

/** A place that takes batches and answers when it is told to. */
function place() {
  const batches: (readonly string[])[] = [];
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const batcher = new Batcher<string>(
    (records) =>
      new Promise((resolve, reject) => {
        batches.push(records);
        answers.push({ resolve, reject });
      }),
    (record) => record.length,
  );
  return { batcher, batches, answers };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the batcher', () => {
  it('sends in quiet times at once, and what comes in the same turn together', async () => {
    const { batcher, batches, answers } = place();
    const done = [batcher.append(['a']), batcher.append(['b', 'c'])];
    await turn();
    expect(batches).toEqual([['a', 'b', 'c']]);
    answers[0]?.resolve();
    await Promise.all(done);
  });

  it('resolves nobody before the batch is durable, and rejects all whose batch was not', async () => {
    const { batcher, answers } = place();
    let settled = 0;
    const done = ['a', 'b'].map((record) => batcher.append([record]).finally(() => (settled += 1)));
    await turn();
    expect(settled).toBe(0);
    answers[0]?.reject(new Error('gone'));
    expect((await Promise.allSettled(done)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('cuts what one request brings at 500 records, and resolves it when all parts are durable', async () => {
    const { batcher, batches, answers } = place();
    const done = batcher.append(Array.from({ length: 1_001 }, (_, n) => String(n)));
    const sizes = async () => {
      while (batches.reduce((sum, batch) => sum + batch.length, 0) < 1_001) await turn();
      return batches.map((batch) => batch.length);
    };
    expect(await sizes()).toEqual([500, 500, 1]);
    answers[0]?.resolve();
    answers[2]?.resolve();
    let settled = false;
    const watched = done.finally(() => (settled = true));
    await turn();
    expect(settled).toBe(false);
    answers[1]?.resolve();
    await watched;
  });

  it('cuts large records so that a batch stays below the limit of a broker', async () => {
    const { batcher, batches } = place();
    void batcher.append(['x'.repeat(200_000), 'y'.repeat(200_000)]);
    while (batches.length < 2) await turn();
    expect(batches.map((batch) => batch.length)).toEqual([1, 1]);
  });

  it('has at most four batches under way; what comes meanwhile goes with the next ones', async () => {
    const { batcher, batches, answers } = place();
    const all = Array.from({ length: 2_500 }, (_, n) => String(n));
    const done = batcher.append(all);
    await turn();
    expect(batches).toHaveLength(4);
    for (let at = 0; batches.flat().length < all.length; ) {
      answers[at]?.resolve();
      at = Math.min(at + 1, answers.length - 1);
      await turn();
    }
    for (const { resolve } of answers) resolve();
    await done;
    expect(batches.flat()).toEqual(all);
  });
});
