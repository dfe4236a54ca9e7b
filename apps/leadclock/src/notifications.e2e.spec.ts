import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import type { Page } from 'playwright-core';
import { type NoticedFloor, openNoticedFloor } from './testing/noticed-floor.js';
import { inSight, type NoticeWorld, noticedWorker } from './testing/noticed-page.js';
import { pageFaults, tooWide } from './testing/page-faults.js';
import { post, sample } from './testing/sample-events.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let noticed: NoticedFloor;
  const pictures = path.resolve('.cache', 'notice-pictures');

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    noticed = await openNoticedFloor(browserAt, ['owner']);
  });
  afterAll(() => noticed?.stop());

  /** A browser of its own, with ana's page in it. */
  const visit = (world: Partial<NoticeWorld> = {}, language = 'en', viewport = { width: 1440, height: 900 }): Promise<Page> =>
    noticed.visit({ where: '/me?rep=ana', world, language, viewport });
  const open = async (page: Page) => {
    await page.goto(`${noticed.floor.url}/me?rep=ana&lang=en`);
    await button(page).waitFor();
  };
  const button = (page: Page) => page.locator('[data-key="notices"]');
  const says = (page: Page, text: string | RegExp) => button(page).filter({ hasText: text }).waitFor();
  const menu = (page: Page) => page.locator('.notices');
  const picture = (page: Page, name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });

  it('nobody is asked before a press, and by keys alone they are turned on, for open pages where no push service is', async () => {
    const page = await visit();
    await says(page, 'Notifications off');
    await button(page).focus();
    await page.keyboard.press('Enter');
    await menu(page).getByRole('button', { name: 'Turn on' }).waitFor();
    await picture(page, 'off');
    expect(await page.evaluate(() => document.documentElement.dataset['asked'])).toBeUndefined();
    expect(await pageFaults(page)).toEqual([]);
    await until('the focus is in the menu', () => menu(page).evaluate((node) => node.contains(document.activeElement)));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await says(page, 'Notifications on while this page is open');
    await menu(page).getByText('push service cannot be reached').waitFor();
    await picture(page, 'here');
    expect(await pageFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await until('the focus is back', () => button(page).evaluate((node) => node === document.activeElement));
    const worker = await noticedWorker(page);
    await inSight(page, false);
    await noticed.late('eve');
    await until('the notification of the page', async () => (await worker.shown()).length === 1);
    expect(await worker.shown()).toMatchObject([{ tag: 'lead eve', title: expect.stringContaining('eve L.'), actions: ['claim', 'open'] }]);
  });

  it.each([
    ['en', 'Notifications blocked', 'allow notifications', 'No notifications here', 'https addresses only'],
    ['es', 'Avisos bloqueados', 'permite las notificaciones', 'Aquí no hay avisos', 'direcciones https'],
    ['ru', 'Уведомления запрещены', 'разрешите уведомления', 'Здесь нет уведомлений', 'адресов https'],
  ])('where they are blocked, or cannot be, it is said with the way out (%s)', async (language, blocked, allow, none, https) => {
    const phone = { width: 390, height: 844 };
    const page = await visit({ permission: 'denied' }, language);
    await says(page, blocked);
    await button(page).click();
    await menu(page).getByText(allow).waitFor();
    await picture(page, `blocked-${language}`);
    expect(await pageFaults(page)).toEqual([]);
    const plain = await visit({ isSecure: false }, language, phone);
    await says(plain, none);
    await button(plain).click();
    await menu(plain).getByText(https).waitFor();
    await picture(plain, `insecure-${language}-phone`);
    expect(await tooWide(plain)).toEqual([]);
  });

  it('five pages and the push tell once, and a page in sight tells by itself', async () => {
    const subscription = noticed.service.subscribe('ana', noticed.serverKey);
    const page = await visit({ permission: 'granted', subscription });
    const tabs = [page, ...(await Promise.all([1, 2, 3, 4].map(() => page.context().newPage())))];
    await Promise.all(tabs.slice(1).map((tab) => open(tab)));
    await Promise.all(tabs.map((tab) => says(tab, /^Notifications on$/)));
    await until('the way', async () => (await noticed.ways()).includes('push rep:ana'));
    const worker = await noticedWorker(page);
    const told = async (lead: string) => (await worker.shown()).filter(({ tag }) => tag === `lead ${lead}`);
    /** All that came before has been told by then. */
    const marked = async (marker: string): Promise<void> => {
      await worker.push({ alert_id: marker, lead: marker, says: 'late', title: marker, rep: 'nobody' });
      await until('the marker', async () => (await told(marker)).length === 1);
    };

    await Promise.all(tabs.map((tab) => inSight(tab, false)));
    await noticed.late('fay');
    const payload = await noticed.pushed('ana', 'fay');
    expect(JSON.stringify(payload)).not.toMatch(/Lovelace|600/);
    expect(payload).toMatchObject({ rep: 'ana', claim: { label: 'Claim', assignment: { id: 'fay-c' } } });
    await Promise.all([worker.push(payload), worker.push(payload)]);
    await until('a notification', async () => (await told('fay')).length > 0);
    await Promise.all(tabs.map((tab) => tab.locator('.toast').first().waitFor()));
    await worker.push(payload);
    await marked('first');
    expect(await told('fay')).toMatchObject([{ actions: ['claim', 'open'] }]);

    // a push that is quicker than the pages is told until they must have heard of its lead
    const quickAt = Date.now();
    await worker.push({ ...Object(payload), alert_id: 'quick', lead: 'quick' });
    await until('it is told', async () => (await told('quick')).length === 1);
    const looked = await worker.reviews();
    await inSight(page, true);
    await noticed.late('gil');
    await page.locator('.toast', { hasText: 'gil' }).waitFor();
    await worker.push(await noticed.pushed('ana', 'gil'));
    await marked('second');
    expect(await told('gil')).toEqual([]);
    await until('pages have looked what stands', async () => (await worker.reviews()) > looked + 1);
    const standing = await worker.open();
    // after ten seconds they would have heard of it if it stood: on a machine that is so slow it is rightly gone
    if (Date.now() - quickAt < 10_000) expect(standing).toContain('lead quick');

    // a page that can be heard rings, and nothing else does; who has answered the lead is called no more
    await page.mouse.click(720, 700);
    await page.locator('.tool', { hasText: 'Sound on' }).waitFor();
    await inSight(page, false);
    await noticed.late('hal');
    await worker.push(await noticed.pushed('ana', 'hal'));
    await marked('third');
    expect(await told('hal')).toMatchObject([{ isSilent: true }]);
    expect(await worker.open()).toEqual(expect.arrayContaining(['lead fay', 'lead hal']));
    const answer = { touchpoint: 't', channel: 'call', direction: 'outbound', rep: 'luis', outcome: 'connected' };
    await post(noticed.floor.url, noticed.floor.key, [sample('hal-t', 'touchpoint.recorded', 'hal', Date.now(), answer)]);
    await until('hal is over', async () => !(await worker.open()).includes('lead hal'));
    // what comes late says that there is nothing to do, without a sound
    await worker.push({ ...Object(await noticed.pushed('ana', 'hal')), says: 'retracted' });
    await until('the end', async () => (await told('hal')).length === 2);
    expect((await told('hal')).at(-1)).toMatchObject({ isSilent: true });

    await until('nobody has heard of the quick one', async () => !(await worker.open()).includes('lead quick'));

    // a press on the notification claims the lead, and shows it
    await worker.press('fay', 'claim');
    await until('the claim', async () => (await (await fetch(`${noticed.floor.url}/v1/leads/fay`)).json()).state.owner === 'ana');
    await until('the lead on a page', async () => {
      const shown = await Promise.all(tabs.map((tab) => tab.evaluate(() => window.location.search)));
      return shown.some((search) => search.includes('lead=fay'));
    });
  });

  it('a test is sent and comes, in the language of the page, and whoever turns them off is told nothing more', async () => {
    const subscription = noticed.service.subscribe('phone', noticed.serverKey);
    const page = await visit({ permission: 'granted', subscription }, 'ru', { width: 390, height: 844 });
    await says(page, /^Уведомления включены$/);
    const worker = await noticedWorker(page);
    await button(page).click();
    await menu(page).getByRole('button', { name: 'Отправить пробное' }).click();
    await menu(page).getByText('уже в пути').waitFor();
    await menu(page).getByText('Последняя отправка').waitFor();
    await picture(page, 'tested-ru-phone');
    expect(await pageFaults(page)).toEqual([]);
    const [test] = noticed.service.at('phone');
    await worker.push(test?.payload);
    await until('the test', async () => (await worker.shown()).some(({ title }) => title === 'Пробное сообщение от Leadclock'));
    noticed.service.meet('phone', (response) => response.writeHead(500).end() !== undefined);
    await menu(page).getByRole('button', { name: 'Отправить пробное' }).click();
    await menu(page).getByText('Push-служба ответила кодом 500').waitFor();
    await picture(page, 'failed-ru-phone');
    const before = (await noticed.ways()).length;
    await menu(page).getByRole('button', { name: 'Выключить' }).click();
    await says(page, 'Уведомления выключены');
    await until('the way is gone', async () => (await noticed.ways()).length === before - 1);
    await page.reload();
    await says(page, 'Уведомления выключены');
  });

  it('whoever turns them off in another tab, or while they are being turned on, is told nothing more', async () => {
    const before = (await noticed.ways()).length;
    const subscription = noticed.service.subscribe('two', noticed.serverKey);
    const page = await visit({ permission: 'granted', subscription });
    await says(page, /^Notifications on$/);
    const tab = await page.context().newPage();
    await open(tab);
    await says(tab, /^Notifications on$/);
    // both say that they are on while the server is still being asked
    await until('the way', async () => (await noticed.ways()).length === before + 1);
    await button(page).click();
    await menu(page).getByRole('button', { name: 'Turn off' }).click();
    await says(tab, 'Notifications off');
    await until('the way is gone', async () => (await noticed.ways()).length === before);

    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const asked = page.waitForRequest(/push\/subscriptions/);
    await page.route('**/v1/push/subscriptions', (route) => held.then(() => route.continue()));
    await menu(page).getByRole('button', { name: 'Turn on' }).click();
    await asked;
    await menu(page).getByRole('button', { name: 'Turn off' }).click();
    await says(page, 'Notifications off');
    const removed = page.waitForResponse((reply) => reply.request().method() === 'DELETE');
    letGo();
    await removed;
    await until('no way is left of it', async () => (await noticed.ways()).length === before);
  });

  it('the worker is asked for anew each time, and a phone can put the page on its home screen', async () => {
    const worker = await fetch(`${noticed.floor.url}/worker.js`);
    const manifest = await fetch(`${noticed.floor.url}/manifest.webmanifest`);
    expect([worker.headers.get('cache-control'), worker.headers.get('content-type')]).toEqual([
      'no-cache',
      expect.stringContaining('javascript'),
    ]);
    expect(manifest.headers.get('content-type')).toContain('manifest+json');
    const { icons, start_url: start } = await manifest.json();
    expect(start).toBe('/me');
    for (const { src } of icons) expect((await fetch(`${noticed.floor.url}${src}`)).headers.get('content-type')).toBe('image/png');
  });

  it('a page that cannot be loaded says so, and looks again', async () => {
    const page = await visit({ permission: 'granted' });
    await says(page, 'Notifications on while this page is open');
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: 'No connection' }).waitFor();
    await page.context().setOffline(false);
    await button(page).waitFor();
  });
}
