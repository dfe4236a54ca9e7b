import type { Page } from 'playwright-core';

const STEP_MS = 500;
const MOST_STEPS = 120;

/** Lets a page that hears nothing grow old by its own clock, which stands still from now on, until it says how fresh it is: a busy machine loses no stage of it. */
export async function letAge(page: Page, freshness: string): Promise<void> {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + STEP_MS);
  for (let step = 0; step < MOST_STEPS && (await page.locator(`[data-freshness="${freshness}"]`).count()) === 0; step += 1)
    await page.clock.runFor(STEP_MS);
}
