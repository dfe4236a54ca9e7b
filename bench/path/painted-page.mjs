/** What a page of the product has painted and when, epoch ms, as the page itself noticed it. */
const SIZE = { width: 1440, height: 900 };

/** In the page: notes each row of a probe, and each new value of the figure, when it stands in the document and when its frame is out. */
function watchPaint(figure) {
  const now = () => performance.timeOrigin + performance.now();
  const notes = { rows: {}, figure: [], clock: () => now() - Date.now() };
  window.painted = notes;
  let shown = null;
  const whenOut = (note) => {
    note.seen = now();
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.addEventListener('message', () => {
        note.painted = now();
      });
      after.port1.start();
      after.port2.postMessage(null);
    });
    return note;
  };
  const look = () => {
    for (const row of document.querySelectorAll('[id^="row-probe-"]')) {
      const probe = row.id.slice('row-'.length);
      notes.rows[probe] ??= whenOut({});
    }
    const text = document.querySelector(figure)?.textContent?.replace(/\D/g, '') ?? '';
    if (text === '' || text === shown) return;
    shown = text;
    notes.figure.push(whenOut({ value: Number(text) }));
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}

/** Opens a page that notes what it paints; `figure` is the selector of the number to watch. */
export async function openPage(browser, url, figure = '#none') {
  const context = await browser.newContext({ locale: 'en-US', viewport: SIZE });
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.addInitScript(watchPaint, figure);
  await page.goto(url);
  await page.locator('[data-freshness="live"]').waitFor({ timeout: 20_000 });
  return {
    page,
    problems,
    rows: () => page.evaluate(() => window.painted.rows),
    figure: () => page.evaluate(() => window.painted.figure),
    /** how far the page's count of time is from the machine's clock, ms */
    skew: () => page.evaluate(() => window.painted.clock()),
    close: () => context.close(),
  };
}
