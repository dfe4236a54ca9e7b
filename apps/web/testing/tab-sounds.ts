import type { Page } from 'playwright-core';

/** Counts the notes that a tab starts, and sees when its device first lets it; what is heard cannot be heard in a test. */
export function listenIn(): void {
  const notes: number[] = [];
  Object.assign(window, { notes, mayBeHeard: false });
  const { resume } = AudioContext.prototype;
  AudioContext.prototype.resume = function heard(this: AudioContext) {
    const answer = resume.call(this);
    // after what the page itself does with the same answer
    void answer.then(() => window.setTimeout(() => Object.assign(window, { mayBeHeard: true }), 0));
    return answer;
  };
  // what all notes of a page go through is set by its value, the notes themselves fade by ramps
  const value = Object.getOwnPropertyDescriptor(AudioParam.prototype, 'value') ?? {};
  Object.defineProperty(AudioParam.prototype, 'value', {
    ...value,
    set(this: AudioParam, to: number) {
      if (to <= 1) Object.assign(window, { loudness: to });
      value.set?.call(this, to);
    },
  });
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function noted(this: OscillatorNode, when?: number) {
    notes.push(this.frequency.value);
    return start.call(this, when);
  };
}

/** Waits until the browser has let a tab make sounds: an alert that comes before is not heard, then or later. */
export const isHeard = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => Reflect.get(window, 'mayBeHeard') === true);
};

/** How many notes a tab has sounded. */
export const notesOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const notes: unknown = Reflect.get(window, 'notes');
    return Array.isArray(notes) ? notes.length : 0;
  });

/** How loud the last sound of a tab was, 0 to 1. */
export const loudnessOf = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'loudness'));

/** Waits until a tab has sounded so many notes, and no more. */
export async function sounded(page: Page, notes: number): Promise<void> {
  await page.waitForFunction((least) => Object(Reflect.get(window, 'notes')).length >= least, notes);
  const now = await notesOf(page);
  if (now !== notes) throw new Error(`${now} notes instead of ${notes}`);
}

/** Until a tab has drawn itself once more. */
export const nextPicture = (page: Page): Promise<unknown> => page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
