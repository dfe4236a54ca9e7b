import type { Page } from 'playwright-core';

/** Writes down what a page's console says in complaint, and what its scripts throw; `name` tells several pages apart. */
export function watch(page: Page, problems: string[], name = ''): void {
  const note = (text: string): void => {
    problems.push(name === '' ? text : `${name}: ${text}`);
  };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) note(message.text());
  });
  page.on('pageerror', (error) => note(String(error)));
}
