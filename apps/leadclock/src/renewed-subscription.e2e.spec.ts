import { until } from '@leadclock/runtime/testing/until.js';
import { type NoticedFloor, openNoticedFloor } from './testing/noticed-floor.js';
import { type NoticedWorker, noticedWorker } from './testing/noticed-page.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let noticed: NoticedFloor;
  beforeAll(async () => {
    noticed = await openNoticedFloor(browserAt, ['owner']);
  });
  afterAll(() => noticed?.stop());

  /** A browser of Ana's that is told, while no page of ours is open in it any more. */
  const leftBrowser = async (name: string): Promise<NoticedWorker> => {
    const subscription = noticed.service.subscribe(name, noticed.serverKey);
    const page = await noticed.visit({ where: '/me?rep=ana', world: { permission: 'granted', subscription } });
    await page
      .locator('[data-key="notices"]')
      .filter({ hasText: /^Notifications on$/ })
      .waitFor();
    const worker = await noticedWorker(page);
    await worker.seated();
    await page.goto('about:blank');
    return worker;
  };

  it('a browser whose push service ends its subscription is told by the next one, and by that alone, though no page is open', async () => {
    const worker = await leftBrowser('first');
    await worker.renew(noticed.service.subscribe('second', noticed.serverKey));
    expect(await noticed.ways()).toEqual(['push rep:ana']);
    await noticed.late('fay', { owner: 'ana' });
    expect(await noticed.pushed('second', 'fay')).toMatchObject({ rep: 'ana', says: 'late' });
    await worker.renew(noticed.service.subscribe('third', noticed.serverKey));
    expect(await noticed.ways()).toEqual(['push rep:ana']);
    await noticed.late('gus', { owner: 'ana' });
    await noticed.pushed('third', 'gus');
    const leads = ['first', 'second'].map((name) => noticed.service.at(name).map(({ payload }) => Object(payload).lead));
    expect(leads).toEqual([[], ['fay']]);
  });

  it('whoever has turned them off is not subscribed again', async () => {
    const before = await noticed.ways();
    const subscription = noticed.service.subscribe('off', noticed.serverKey);
    const page = await noticed.visit({ where: '/me?rep=luis', world: { permission: 'granted', subscription } });
    const worker = await noticedWorker(page);
    await worker.seated();
    await page
      .locator('[data-key="notices"]')
      .filter({ hasText: /^Notifications on$/ })
      .click();
    await page.locator('.notices').getByRole('button', { name: 'Turn off' }).click();
    await until('the way is gone', async () => (await noticed.ways()).length === before.length);
    await worker.renew(noticed.service.subscribe('again', noticed.serverKey));
    expect(await noticed.ways()).toEqual(before);
  });
}
