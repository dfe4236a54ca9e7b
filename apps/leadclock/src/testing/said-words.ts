import type { Page } from 'playwright-core';

/** What no screen may show: values that were never meant for people, and names out of the code. */
const raw = /undefined|\bnull\b|NaN|\[object|\b[a-z]+_[a-z_]+\b/g;

/** Words that a page says, apart from those of its programs (`code`), of the site itself (names and ids of what rows are of), and of choices not made. */
const words = (part: string): string => `(() => {
  const main = document.querySelector('${part}').cloneNode(true);
  for (const node of main.querySelectorAll('code, option, .row-table tbody th, .drill')) node.remove();
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const said = [];
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent.trim();
    if (text !== '') said.push(text);
  }
  return said;
})()`;

/** The texts of a page as it stands, or of a part of it, one of each. */
export async function textsOf(page: Page, part = 'main'): Promise<ReadonlySet<string>> {
  const said: unknown = await page.evaluate(words(part));
  return new Set(Array.isArray(said) ? said.map(String) : []);
}

/** What among the texts was not meant for people. */
export const rawIn = (texts: ReadonlySet<string>): readonly string[] => [...texts].flatMap((text) => text.match(raw) ?? []);

/** Words in Latin letters that stand in a Russian page and are not `known` to be called so in Russian too. */
export const latinIn = (texts: ReadonlySet<string>, known: ReadonlySet<string>): readonly string[] =>
  [...texts].flatMap((text) => (text.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !known.has(word)));

/** Texts that a page has in common with the same page in another language, apart from those of words `known` to be the same in both. */
export const alikeIn = (texts: ReadonlySet<string>, other: ReadonlySet<string>, known: ReadonlySet<string>): readonly string[] =>
  [...texts].filter((text) => other.has(text) && (text.match(/\p{L}{2,}/gu) ?? []).some((word) => !known.has(word)));
