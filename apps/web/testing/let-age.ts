import type { Page } from 'playwright-core';

/** No page says of a frame so old that it is not the latest; the stands send one that often. */
const UNSEEN_MS = 5_000;
const STEP_MS = 500;
const MOST_STEPS = 120;

/** Lets a page that hears nothing grow old by its own clock until it says how fresh it is. The clock stands meanwhile: a busy machine loses no stage of it. */
export async function letAge(page: Page, freshness: string): Promise<void> {
  const says = async (): Promise<boolean> => (await page.locator(`[data-freshness="${freshness}"]`).count()) > 0;
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + UNSEEN_MS);
  for (let step = 0; step < MOST_STEPS && !(await says()); step += 1) await page.clock.runFor(STEP_MS);
  expect([freshness, await says()]).toEqual([freshness, true]);
  // what looks at the page needs its timers
  await page.clock.resume();
}
