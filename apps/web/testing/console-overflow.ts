import type { Page } from 'playwright-core';

/** Every text of a console that does not fit its box or leaves the page, in words. What may be cut says so by its class and carries its whole text, or wraps. */
export const consoleOverflows = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) faults.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    for (const node of document.querySelectorAll<HTMLElement>('#root *')) {
      if (node.closest('.vh, .cut, svg') !== null || node.clientWidth === 0) continue;
      const style = getComputedStyle(node);
      if (style.display === 'inline' || style.visibility === 'hidden') continue;
      const name = `${node.tagName.toLowerCase()}.${node.className} "${(node.textContent ?? '').trim().slice(0, 40)}"`;
      if (node.scrollWidth > node.clientWidth + 1 && style.overflowX === 'visible')
        faults.push(`${name}: ${node.scrollWidth} in ${node.clientWidth} px`);
      const { left, right } = node.getBoundingClientRect();
      if ((right > width + 1 || left < -1) && node.closest('[style*="translate"]') === null) faults.push(`${name}: leaves the page`);
    }
    return faults;
  });
