import type { Page } from 'playwright-core';
import { objections } from '../../../web/testing/objections.js';

/** What is wrong with a page as it stands: what axe objects to, and what makes it scroll sideways. */
export async function pageFaults(page: Page): Promise<readonly string[]> {
  return [...(await objections(page, 160)), ...(await tooWide(page))];
}

/** Nothing, or by how much a page scrolls sideways. */
export async function tooWide(page: Page): Promise<readonly string[]> {
  const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  return wider === 0 ? [] : [`the page is ${String(wider)} px too wide`];
}
