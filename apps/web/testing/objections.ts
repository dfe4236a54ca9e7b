import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  /** the elements that are meant, as they are written */
  readonly nodes: readonly string[];
}

/** Only what breaks a rule is written out: to list what is in order takes five times as long. Ours have no frames. */
const judge = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) })))`;

/**
 * What axe objects to, by all its rules, each with the beginnings of the elements that it means. It is put into a page once: at each question, as its own
 * builder does, took as long as its answer.
 */
export async function objections(page: Page, longest = Number.POSITIVE_INFINITY): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe.source);
  const violations = await page.evaluate<readonly Violation[]>(judge);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((html) => html.slice(0, longest)).join(' ')}`);
}
