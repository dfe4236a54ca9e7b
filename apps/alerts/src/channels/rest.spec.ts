import { rest } from './rest.js';

/** Longer than any test. */
const DAY = 86_400_000;

it('a rest ends at once when the program stops, before it or in the middle of it', async () => {
  const stopping = new AbortController();
  const resting = rest(DAY, stopping.signal);
  stopping.abort();
  await resting;
  await rest(DAY, stopping.signal);
});

it('a rest of no time is none', async () => {
  await rest(-5, new AbortController().signal);
});

it('a rest is as long as it is to be while nothing stops', async () => {
  const began = performance.now();
  await rest(30, new AbortController().signal);
  expect(performance.now() - began).toBeGreaterThanOrEqual(29);
});
