import type { Browser } from 'playwright-core';
import { sharedBrowser } from './built-pages.js';
import { objections } from './objections.js';

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => browser.close());

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>${body}</main></body></html>`;

it.each([
  ['nothing where all is in order', '<p>Text</p><button>Call</button>', []],
  ['text that hardly stands out', '<p style="color: #999; background: #fff">Text</p>', ['color-contrast']],
  ['a button and a picture without a name', '<button></button><img src="data:,">', ['button-name', 'image-alt']],
  ['a role that there is not', '<ul><li role="butler">Text</li></ul>', ['aria-roles']],
])('axe objects to %s', async (_, body, rules) => {
  const context = await browser.newContext();
  const shown = await context.newPage();
  await shown.setContent(page(body));
  await objections(shown);
  const found = await objections(shown, 40);
  await context.close();
  expect(found.map((text) => text.split(':')[0])).toEqual(rules);
});
