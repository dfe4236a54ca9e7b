import { type Note, type SoundName, scores } from './scores.js';
import { askFor, openGate } from './sound-gate.js';

/**
 * `asking`: not known yet. `ready`: sounds are played. `blocked`: the browser plays none before a key or a click, see `unlock`.
 * `none`: it cannot make any. `off`: nobody wants them.
 */
export type SoundState = 'asking' | 'ready' | 'blocked' | 'none' | 'off';

/** The sounds of one page. Nothing of them is kept: what could not be played when it happened is never played. */
export interface Sounds {
  /** plays a sound unless one was played in the last 10 s; a late lead is then told at their end */
  play(name: SoundName): void;
  /** plays what tells of a late lead, so that somebody hears how loud it is; to be called while a key or a click is handled */
  sample(): void;
  /** to be called while a key or a click is handled; a short tick tells that it worked */
  unlock(): void;
  /** 0 to 1, as loud as a device's own volume lets it be */
  setVolume(volume: number): void;
  setOff(off: boolean): void;
  state(): SoundState;
  /** tells of each change of the state; the answer ends that */
  subscribe(changed: () => void): () => void;
}

/** a browser that lets a page make sounds says so within this time */
const ANSWER_WITHIN_MS = 1_000;
const SLEEP_AFTER_MS = 2_000;
const ATTACK_S = 0.01;
const SILENT = 0.0001;

/** 0 to 1, where nobody has set another. */
export const USUAL_VOLUME = 0.5;

export function createSounds(volume = USUAL_VOLUME): Sounds {
  const audio = 'AudioContext' in window ? new AudioContext() : null;
  const master = audio === null ? null : audio.createGain();
  if (audio !== null && master !== null) master.connect(audio.destination);
  const listeners = new Set<() => void>();
  let known: Exclude<SoundState, 'off'> = audio === null ? 'none' : 'asking';
  let off = false;
  let gate = openGate;
  let sleeping: number | undefined;

  const become = (next: typeof known): void => {
    if (next === known) return;
    known = next;
    for (const tell of listeners) tell();
  };

  /** The device's sound sleeps between sounds: a page that is silent for hours costs nothing. */
  const restSoon = (): void => {
    window.clearTimeout(sleeping);
    sleeping = window.setTimeout(() => void audio?.suspend(), SLEEP_AFTER_MS);
  };

  /** Wakes the device's sound; a browser that refuses leaves the promise open for ever. */
  const wake = (then: (awake: AudioContext) => void): void => {
    if (audio === null) return;
    window.clearTimeout(sleeping);
    let waited = false;
    const refused = window.setTimeout(() => {
      waited = true;
      become('blocked');
    }, ANSWER_WITHIN_MS);
    audio
      .resume()
      .then(() => {
        window.clearTimeout(refused);
        become('ready');
        restSoon();
        if (!waited && !off) then(audio);
        return undefined;
      })
      .catch(() => become('blocked'));
  };

  const sound = (name: SoundName): void => {
    wake((awake) => {
      if (master === null) return;
      master.gain.value = volume;
      for (const note of scores[name]) playNote(awake, master, note);
    });
  };

  const play = (name: SoundName): void => {
    if (off || known !== 'ready') return;
    const at = performance.now();
    const before = gate;
    const answer = askFor(gate, name, at);
    gate = answer.gate;
    if (answer.play) sound(name);
    else if (gate.breachWaits && !before.breachWaits) window.setTimeout(() => play('breach'), gate.freeAt - at);
  };

  // a browser that lets a page make sounds starts by itself; to ask one that does not would be a warning in its console
  audio?.addEventListener('statechange', () => {
    if (audio.state !== 'running' || known === 'ready') return;
    become('ready');
    restSoon();
  });
  window.setTimeout(() => {
    if (known === 'asking') become('blocked');
  }, ANSWER_WITHIN_MS);
  return {
    play,
    sample() {
      if (!off) sound('breach');
    },
    unlock() {
      if (!off && known !== 'ready') wake(() => play('tick'));
    },
    setVolume(next) {
      volume = Math.min(1, Math.max(0, next));
    },
    setOff(next) {
      off = next;
      for (const tell of listeners) tell();
    },
    state: () => (off ? 'off' : known),
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** A soft note: its ends fade, for a tone that is cut off clicks. */
function playNote(audio: AudioContext, out: AudioNode, { at, lasts, hz }: Note): void {
  const from = audio.currentTime + at / 1_000;
  const until = from + lasts / 1_000;
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.type = 'triangle';
  tone.frequency.value = hz;
  loudness.gain.setValueAtTime(SILENT, from);
  loudness.gain.exponentialRampToValueAtTime(1, from + ATTACK_S);
  loudness.gain.setValueAtTime(1, from + (lasts / 1_000) * 0.4);
  loudness.gain.exponentialRampToValueAtTime(SILENT, until);
  tone.connect(loudness);
  loudness.connect(out);
  tone.addEventListener('ended', () => loudness.disconnect(), { once: true });
  tone.start(from);
  tone.stop(until);
}
