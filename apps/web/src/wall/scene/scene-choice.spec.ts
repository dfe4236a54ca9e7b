import { holdNow, type SceneChoice, sceneAt, sceneNamed, step, turnOf } from './scene-choice.js';

const AT = Date.parse('2026-03-17T14:32:00+01:00');
const chose = (chosen: SceneChoice['chosen']): SceneChoice => ({ chosen, since: AT, heldUntil: 0 });

describe('the scene', () => {
  it('stays what was chosen', () => {
    expect(sceneAt(chose('today'), null, AT + 86_400_000)).toBe('today');
  });

  it('goes on by an arrow key, round and round, in both directions', () => {
    const next = step(chose('now'), null, AT, 1);
    expect(next.chosen).toBe('today');
    expect(step(next, null, AT, 1).chosen).toBe('now');
    expect(step(chose('now'), null, AT, -1).chosen).toBe('today');
  });

  it('turns by itself where that is asked for, and not before its time is over', () => {
    expect(sceneAt(chose('now'), 30_000, AT + 29_999)).toBe('now');
    expect(sceneAt(chose('now'), 30_000, AT + 30_000)).toBe('today');
    expect(sceneAt(chose('now'), 30_000, AT + 60_000)).toBe('now');
  });

  it('stays while the clock is set back a little', () => {
    expect(sceneAt(chose('today'), 30_000, AT - 500)).toBe('today');
  });
});

describe('a lead that turns late', () => {
  it('brings back "Now" for a minute, then what was chosen', () => {
    const held = holdNow(chose('today'), null, AT);
    expect(sceneAt(held, null, AT + 59_999)).toBe('now');
    expect(sceneAt(held, null, AT + 60_000)).toBe('today');
  });

  it('holds "Now" for a minute more when another does', () => {
    const held = holdNow(holdNow(chose('today'), null, AT), null, AT + 40_000);
    expect(sceneAt(held, null, AT + 99_999)).toBe('now');
    expect(sceneAt(held, null, AT + 100_000)).toBe('today');
  });

  it('gives the scene that it interrupted a whole turn afterwards', () => {
    const held = holdNow(chose('now'), 30_000, AT + 45_000);
    expect(sceneAt(held, 30_000, AT + 105_000)).toBe('today');
    expect(sceneAt(held, 30_000, AT + 134_999)).toBe('today');
    expect(sceneAt(held, 30_000, AT + 135_000)).toBe('now');
  });

  it('gives way to an arrow key', () => {
    const held = holdNow(chose('today'), null, AT);
    expect(sceneAt(step(held, null, AT + 1_000, 1), null, AT + 1_000)).toBe('today');
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
    expect([sceneNamed('today'), sceneNamed('trend'), sceneNamed(null)]).toEqual(['today', null, null]);
  });
});
