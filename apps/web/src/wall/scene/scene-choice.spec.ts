import { holdNow, type SceneChoice, type Show, sceneAt, sceneNamed, step, turnOf } from './scene-choice.js';

const AT = Date.parse('2026-03-17T14:32:00+01:00');
const show = (turn: number | null, ...boards: readonly string[]): Show => ({
  turn,
  scenes: ['now', 'today', ...boards].map((name) => ({ name: name.replace('!', ''), isEmpty: name.endsWith('!') })),
});
const still = show(null);
const turning = show(30_000);
const chose = (chosen: SceneChoice['chosen']): SceneChoice => ({ chosen, since: AT, heldUntil: 0 });

describe('the scene', () => {
  it('stays what was chosen', () => {
    expect(sceneAt(chose('today'), still, AT + 86_400_000)).toBe('today');
  });

  it('goes on by an arrow key, round and round, in both directions', () => {
    const next = step(chose('now'), still, AT, 1);
    expect(next.chosen).toBe('today');
    expect(step(next, still, AT, 1).chosen).toBe('now');
    expect(step(chose('now'), still, AT, -1).chosen).toBe('today');
  });

  it('turns by itself where that is asked for, and not before its time is over', () => {
    expect(sceneAt(chose('now'), turning, AT + 29_999)).toBe('now');
    expect(sceneAt(chose('now'), turning, AT + 30_000)).toBe('today');
    expect(sceneAt(chose('now'), turning, AT + 60_000)).toBe('now');
  });

  it('stays while the clock is set back a little', () => {
    expect(sceneAt(chose('today'), turning, AT - 500)).toBe('today');
  });
});

describe('the boards of a wall', () => {
  const boards = ['board:floor', 'board:floor:2', 'board:north'] as const;

  it('come after its own scenes, page by page, and then it begins anew', () => {
    const all = show(null, ...boards);
    expect(step(chose('today'), all, AT, 1).chosen).toBe('board:floor');
    expect(step(chose('board:floor:2'), all, AT, 1).chosen).toBe('board:north');
    expect(step(chose('board:north'), all, AT, 1).chosen).toBe('now');
    expect(step(chose('now'), all, AT, -1).chosen).toBe('board:north');
  });

  it('take their turns', () => {
    const all = show(30_000, ...boards);
    const seen = [0, 1, 2, 3, 4, 5].map((turns) => sceneAt(chose('now'), all, AT + turns * 30_000));
    expect(seen).toEqual(['now', 'today', ...boards, 'now']);
  });

  it('are passed over by a rotation while there is nothing on them, and not by the arrow keys', () => {
    const all = show(30_000, 'board:floor!', 'board:north');
    const seen = [0, 1, 2, 3].map((turns) => sceneAt(chose('now'), all, AT + turns * 30_000));
    expect(seen).toEqual(['now', 'today', 'board:north', 'now']);
    expect(step(chose('today'), all, AT, 1).chosen).toBe('board:floor');
    expect(sceneAt(chose('board:floor'), all, AT)).toBe('board:north');
  });

  it('stay on the wall where nothing turns, also when there is nothing on them any more', () => {
    expect(sceneAt(chose('board:floor'), show(null, 'board:floor!'), AT)).toBe('board:floor');
  });

  it('show their first page when the chosen one is gone, and "Now" when all are', () => {
    expect(sceneAt(chose('board:floor:2'), show(null, 'board:floor'), AT)).toBe('board:floor');
    expect(sceneAt(chose('board:north'), show(null, 'board:floor'), AT)).toBe('now');
  });

  it('give way to a lead that turns late, and come back', () => {
    const all = show(null, ...boards);
    const held = holdNow(chose('board:north'), all, AT);
    expect([sceneAt(held, all, AT + 59_999), sceneAt(held, all, AT + 60_000)]).toEqual(['now', 'board:north']);
  });
});

describe('a lead that turns late', () => {
  it('brings back "Now" for a minute, then what was chosen', () => {
    const held = holdNow(chose('today'), still, AT);
    expect(sceneAt(held, still, AT + 59_999)).toBe('now');
    expect(sceneAt(held, still, AT + 60_000)).toBe('today');
  });

  it('holds "Now" for a minute more when another does', () => {
    const held = holdNow(holdNow(chose('today'), still, AT), still, AT + 40_000);
    expect(sceneAt(held, still, AT + 99_999)).toBe('now');
    expect(sceneAt(held, still, AT + 100_000)).toBe('today');
  });

  it('gives the scene that it interrupted a whole turn afterwards', () => {
    const held = holdNow(chose('now'), turning, AT + 45_000);
    expect(sceneAt(held, turning, AT + 105_000)).toBe('today');
    expect(sceneAt(held, turning, AT + 134_999)).toBe('today');
    expect(sceneAt(held, turning, AT + 135_000)).toBe('now');
  });

  it('gives way to an arrow key', () => {
    const held = holdNow(chose('today'), still, AT);
    expect(sceneAt(step(held, still, AT + 1_000, 1), still, AT + 1_000)).toBe('today');
  });
});

describe('the address', () => {
  it.each([
    ['30', 30_000],
    ['90', 90_000],
    ['5', 30_000],
    ['0', null],
    ['-30', null],
    ['often', null],
    ['', null],
    [null, null],
  ])('asks with rotate=%s for turns of %s ms', (asked, turn) => {
    expect(turnOf(asked)).toBe(turn);
  });

  it('names scenes that there are', () => {
    expect(['today', 'trend', null].map((name) => sceneNamed(name, []))).toEqual(['today', null, null]);
    expect(['board:floor', 'board:floor:2', 'board:x'].map((name) => sceneNamed(name, ['floor']))).toEqual([
      'board:floor',
      'board:floor:2',
      null,
    ]);
  });
});
