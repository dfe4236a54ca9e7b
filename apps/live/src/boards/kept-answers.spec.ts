import { KeptAnswers } from './kept-answers.js';

let now = 0;
let asked: string[] = [];
let kept: KeptAnswers<string>;

beforeEach(() => {
  now = 0;
  asked = [];
  kept = new KeptAnswers(() => now);
});

/** Asks under a name while the read model stands at a mark. */
const ask = (name: string, mark: string, answer = `${name} at ${mark}`) =>
  kept.get(name, mark, async () => {
    asked.push(answer);
    return answer;
  });

describe('answers that are kept', () => {
  it('do until the read model has moved', async () => {
    await ask('q', 'm1');
    now = 2_500;
    expect(await ask('q', 'm1')).toBe('q at m1');
    expect(await ask('q', 'm2')).toBe('q at m2');
    expect(asked).toEqual(['q at m1', 'q at m2']);
  });

  it('are asked for anew at most every two seconds, however much is heard', async () => {
    await ask('q', 'm1');
    now = 1_999;
    expect(await ask('q', 'm2')).toBe('q at m1');
    now = 2_000;
    expect(await ask('q', 'm3')).toBe('q at m3');
  });

  it('are asked for anew after half a minute, for windows move with the clock', async () => {
    await ask('q', 'm1');
    now = 29_999;
    await ask('q', 'm1');
    expect(asked).toHaveLength(1);
    now = 30_000;
    await ask('q', 'm1');
    expect(asked).toHaveLength(2);
  });

  it('run once at a time, whoever else asks meanwhile', async () => {
    let finish: (answer: string) => void = () => {};
    const slow = kept.get('q', 'm1', () => new Promise((resolve) => (finish = resolve)));
    now = 60_000;
    const other = ask('q', 'm2');
    finish('the one answer');
    expect([await slow, await other]).toEqual(['the one answer', 'the one answer']);
    expect(asked).toEqual([]);
  });

  it('are asked of the database two at a time, in the order of asking', async () => {
    const finish: (() => void)[] = [];
    const begun: string[] = [];
    const slow = (name: string) =>
      kept.get(name, 'm1', () => {
        begun.push(name);
        return new Promise<string>((resolve) => finish.push(() => resolve(name)));
      });
    const all = Promise.all(['a', 'b', 'c', 'd'].map(slow));
    expect(begun).toEqual(['a', 'b']);
    finish[0]?.();
    await expect(kept.get('a', 'm1', async () => 'again')).resolves.toBe('a');
    for (let n = 1; n < 4; n++) {
      while (finish[n] === undefined) await Promise.resolve();
      finish[n]?.();
    }
    expect(await all).toEqual(['a', 'b', 'c', 'd']);
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('that failed are asked for again by whoever comes next', async () => {
    await expect(kept.get('q', 'm1', async () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await ask('q', 'm1')).toBe('q at m1');
  });

  it('give way to others, those first that nobody asked for longest', async () => {
    await ask('first', 'm1');
    for (let n = 0; n < 499; n++) await ask(`q${n}`, 'm1');
    await ask('first', 'm1');
    await ask('one more', 'm1');
    asked = [];
    await ask('first', 'm1');
    await ask('q0', 'm1');
    expect(asked).toEqual(['q0 at m1']);
  });
});
