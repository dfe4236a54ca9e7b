import type { SoundName } from './scores.js';
import { askFor, openGate, SOUND_EVERY_MS } from './sound-gate.js';

/** Asks for sounds one after the other; each answer is whether it was played. */
function played(...asked: readonly (readonly [SoundName, number])[]) {
  let gate = openGate;
  const answers = asked.map(([name, at]) => {
    const answer = askFor(gate, name, at);
    gate = answer.gate;
    return answer.play;
  });
  return { answers, gate };
}

describe('the gate of sounds', () => {
  it('lets the first sound through', () => {
    expect(played(['new', 0]).answers).toEqual([true]);
  });

  it('lets through one sound in ten seconds, and the next one exactly then', () => {
    expect(played(['new', 1_000], ['tick', 10_999], ['tick', 11_000]).answers).toEqual([true, false, true]);
  });

  it('makes one sound of three leads that turn late together', () => {
    const { answers, gate } = played(['breach', 0], ['breach', 1], ['breach', 2_000]);
    expect(answers).toEqual([true, false, false]);
    expect(gate.breachWaits).toBe(false);
  });

  it('keeps a late lead for the end of the ten seconds when another kind of sound was played', () => {
    const { answers, gate } = played(['win', 0], ['breach', 3_000]);
    expect(answers).toEqual([true, false]);
    expect(gate).toEqual({ last: 'win', freeAt: SOUND_EVERY_MS, breachWaits: true });
    expect(askFor(gate, 'breach', gate.freeAt)).toEqual({ gate: { last: 'breach', freeAt: 20_000, breachWaits: false }, play: true });
  });

  it('keeps nothing else: a win that is ten seconds old is no news', () => {
    expect(played(['breach', 0], ['win', 3_000]).gate.breachWaits).toBe(false);
  });
});
