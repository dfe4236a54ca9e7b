import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What is wrong with a page as it stands: what axe objects to, and what makes it scroll sideways. Only what breaks axe's rules is written out, and in
 * the page itself (ours have no frames): to list what is in order takes five times as long.
 */
export async function pageFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`),
    ...(await tooWide(page)),
  ];
}

/** Nothing, or by how much a page scrolls sideways. */
export async function tooWide(page: Page): Promise<readonly string[]> {
  const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  return wider === 0 ? [] : [`the page is ${String(wider)} px too wide`];
}
