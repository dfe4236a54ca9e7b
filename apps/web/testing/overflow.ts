import type { Page } from 'playwright-core';

/** Every text box whose content does not fit, and every text that leaves its panel, in words; empty when all fits. Names may be cut where told so: they carry their whole text as title. */
export const overflows = (page: Page, namesMayBeCut: boolean): Promise<string[]> =>
  page.evaluate((mayBeCut) => {
    const faults: string[] = [];
    const panels = '.tile, .panel, .first, .head, .foot, .band, .gone';
    const own = (node: Element): string =>
      [...node.childNodes]
        .map((child) => (child.nodeType === Node.TEXT_NODE ? (child.textContent ?? '') : ''))
        .join('')
        .trim();
    for (const node of document.querySelectorAll<HTMLElement>('#root *')) {
      if (node.closest('.hidden') !== null || (mayBeCut && node.matches('.cut[title]'))) continue;
      const name = `${node.tagName.toLowerCase()}.${node.className} "${(node.textContent ?? '').trim().slice(0, 40)}"`;
      const block = getComputedStyle(node).display !== 'inline';
      if (block && node.clientWidth > 0 && node.scrollWidth > node.clientWidth) {
        faults.push(`${name}: ${node.scrollWidth} in ${node.clientWidth} px`);
      }
      if (node.matches('.panel, .first') && node.scrollHeight > node.clientHeight) {
        faults.push(`${name}: ${node.scrollHeight} in ${node.clientHeight} px of height`);
      }
      const panel = node.closest(panels);
      if (own(node) === '' || panel === null) continue;
      const [inner, outer] = [node.getBoundingClientRect(), panel.getBoundingClientRect()];
      if (inner.right > outer.right + 0.5 || inner.left < outer.left - 0.5) faults.push(`${name}: leaves its panel`);
    }
    return faults;
  }, namesMayBeCut);
