import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { PushService } from '@leadclock/alerts/testing/push-service.js';
import { until } from '@leadclock/runtime/testing/until.js';
import type { BrowserContext, Page } from 'playwright-core';
import { inSight, type NoticeWorld, noticedWorker, prepareNotices } from './testing/noticed-page.js';
import { pageFaults, tooWide } from './testing/page-faults.js';
import { post, sample } from './testing/sample-events.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';
import { zoneOfNoon } from './testing/zone-of-noon.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let floor: WatchedFloor;
  let service: PushService;
  let serverKey: string;
  const contexts: BrowserContext[] = [];
  const pictures = path.resolve('.cache', 'notice-pictures');
  const now = Date.now();
  const targetSeconds = 600;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    service = await PushService.open();
    const early = now - 150 * 60_000;
    const events = [
      sample('site', 'site.set', 'site', early, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
      ...['ana', 'luis'].map((rep) => sample(rep, 'rep.set', rep, early, { name: `${rep} R.`, team: 'floor', active: true })),
      sample('web', 'policy.set', 'web', early, {
        order: 1,
        match: {},
        targets: { answer_s: targetSeconds },
        steps: [{ id: 'late', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner'] }],
      }),
    ];
    floor = await watchFloor(browserAt, events, { LEADCLOCK_WEBHOOK_ALLOW: '127.0.0.0/8' });
    serverKey = (await (await fetch(`${floor.url}/v1/push`, { headers: { authorization: `Bearer ${floor.key}` } })).json()).key;
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await floor?.stop();
    await service?.close();
  });

  /** A browser of its own, with ana's page in it. */
  const visit = async (world: Partial<NoticeWorld> = {}, language = 'en', viewport = { width: 1440, height: 900 }): Promise<Page> => {
    const context = await floor.page.context().browser()?.newContext({ locale: 'en-US', viewport });
    if (context === undefined) throw new Error('the browser is gone');
    contexts.push(context);
    await context.grantPermissions(['notifications'], { origin: floor.url });
    await prepareNotices(context, { permission: 'default', subscription: null, serverKey, isSecure: true, ...world });
    const page = await context.newPage();
    await open(page, language);
    return page;
  };
  const open = async (page: Page, language = 'en') => {
    await page.goto(`${floor.url}/me?rep=ana&lang=${language}`);
    await button(page).waitFor();
  };
  const button = (page: Page) => page.locator('[data-key="notices"]');
  const says = (page: Page, text: string | RegExp) => button(page).filter({ hasText: text }).waitFor();
  const menu = (page: Page) => page.locator('.notices');
  const picture = (page: Page, name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
  /** A lead that is late in two seconds, and nobody's. */
  const late = async (lead: string): Promise<void> => {
    const contact = { name: `${lead} Lovelace`, phone: '+34 600 000 001' };
    const arrived = sample(`${lead}-c`, 'lead.created', lead, Date.now() - (targetSeconds - 2) * 1_000, { origin: 'web_form', contact });
    expect((await post(floor.url, floor.key, [arrived])).status).toBe(202);
  };
  const pushed = async (browser: string, lead: string): Promise<unknown> => {
    const found = () => service.at(browser).find(({ payload }) => Object(payload).lead === lead)?.payload;
    await until(`a push of ${lead}`, () => found() !== undefined);
    return found();
  };
  const ways = async (): Promise<readonly string[]> => {
    const { ways: all } = await (await fetch(`${floor.url}/v1/ways`, { headers: { authorization: `Bearer ${floor.key}` } })).json();
    return all.map(({ kind, for: who }: Record<string, string>) => `${kind} ${who}`);
  };

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
    await late('eve');
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
    const subscription = service.subscribe('ana', serverKey);
    const page = await visit({ permission: 'granted', subscription });
    const tabs = [page, ...(await Promise.all([1, 2, 3, 4].map(() => page.context().newPage())))];
    await Promise.all(tabs.slice(1).map((tab) => open(tab)));
    await Promise.all(tabs.map((tab) => says(tab, /^Notifications on$/)));
    await until('the way', async () => (await ways()).includes('push rep:ana'));
    const worker = await noticedWorker(page);
    const told = async (lead: string) => (await worker.shown()).filter(({ tag }) => tag === `lead ${lead}`);
    /** All that came before has been told by then. */
    const marked = async (marker: string): Promise<void> => {
      await worker.push({ alert_id: marker, lead: marker, says: 'late', title: marker, rep: 'nobody' });
      await until('the marker', async () => (await told(marker)).length === 1);
    };

    await Promise.all(tabs.map((tab) => inSight(tab, false)));
    await late('fay');
    const payload = await pushed('ana', 'fay');
    expect(JSON.stringify(payload)).not.toMatch(/Lovelace|600/);
    expect(payload).toMatchObject({ rep: 'ana', claim: { label: 'Claim', assignment: { id: 'fay-c' } } });
    await Promise.all([worker.push(payload), worker.push(payload)]);
    await until('a notification', async () => (await told('fay')).length > 0);
    await Promise.all(tabs.map((tab) => tab.locator('.toast').first().waitFor()));
    await worker.push(payload);
    await marked('first');
    expect(await told('fay')).toMatchObject([{ actions: ['claim', 'open'] }]);

    await inSight(page, true);
    await late('gil');
    await page.locator('.toast', { hasText: 'gil' }).waitFor();
    await worker.push(await pushed('ana', 'gil'));
    await marked('second');
    expect(await told('gil')).toEqual([]);

    // a page that can be heard rings, and nothing else does; who has answered the lead is called no more
    await page.mouse.click(720, 700);
    await page.locator('.tool', { hasText: 'Sound on' }).waitFor();
    await inSight(page, false);
    await late('hal');
    await worker.push(await pushed('ana', 'hal'));
    await marked('third');
    expect(await told('hal')).toMatchObject([{ isSilent: true }]);
    expect(await worker.open()).toEqual(expect.arrayContaining(['lead fay', 'lead hal']));
    const answer = { touchpoint: 't', channel: 'call', direction: 'outbound', rep: 'luis', outcome: 'connected' };
    await post(floor.url, floor.key, [sample('hal-t', 'touchpoint.recorded', 'hal', Date.now(), answer)]);
    await until('hal is over', async () => !(await worker.open()).includes('lead hal'));
    // what comes late says that there is nothing to do, without a sound
    await worker.push({ ...Object(await pushed('ana', 'hal')), says: 'retracted' });
    await until('the end', async () => (await told('hal')).length === 2);
    expect((await told('hal')).at(-1)).toMatchObject({ isSilent: true });

    // a press on the notification claims the lead, and shows it
    await worker.press('fay', 'claim');
    await until('the claim', async () => (await (await fetch(`${floor.url}/v1/leads/fay`)).json()).state.owner === 'ana');
    await until('the lead on a page', async () => {
      const shown = await Promise.all(tabs.map((tab) => tab.evaluate(() => window.location.search)));
      return shown.some((search) => search.includes('lead=fay'));
    });
  });

  it('a test is sent and comes, in the language of the page, and whoever turns them off is told nothing more', async () => {
    const subscription = service.subscribe('phone', serverKey);
    const page = await visit({ permission: 'granted', subscription }, 'ru', { width: 390, height: 844 });
    await says(page, /^Уведомления включены$/);
    const worker = await noticedWorker(page);
    await button(page).click();
    await menu(page).getByRole('button', { name: 'Отправить пробное' }).click();
    await menu(page).getByText('уже в пути').waitFor();
    await menu(page).getByText('Последняя отправка').waitFor();
    await picture(page, 'tested-ru-phone');
    expect(await pageFaults(page)).toEqual([]);
    const [test] = service.at('phone');
    await worker.push(test?.payload);
    await until('the test', async () => (await worker.shown()).some(({ title }) => title === 'Пробное сообщение от Leadclock'));
    service.meet('phone', (response) => response.writeHead(500).end() !== undefined);
    await menu(page).getByRole('button', { name: 'Отправить пробное' }).click();
    await menu(page).getByText('Push-служба ответила кодом 500').waitFor();
    await picture(page, 'failed-ru-phone');
    const before = (await ways()).length;
    await menu(page).getByRole('button', { name: 'Выключить' }).click();
    await says(page, 'Уведомления выключены');
    await until('the way is gone', async () => (await ways()).length === before - 1);
    await page.reload();
    await says(page, 'Уведомления выключены');
  });

  it('the worker is asked for anew each time, and a phone can put the page on its home screen', async () => {
    const worker = await fetch(`${floor.url}/worker.js`);
    const manifest = await fetch(`${floor.url}/manifest.webmanifest`);
    expect([worker.headers.get('cache-control'), worker.headers.get('content-type')]).toEqual([
      'no-cache',
      expect.stringContaining('javascript'),
    ]);
    expect(manifest.headers.get('content-type')).toContain('manifest+json');
    const { icons, start_url: start } = await manifest.json();
    expect(start).toBe('/me');
    for (const { src } of icons) expect((await fetch(`${floor.url}${src}`)).headers.get('content-type')).toBe('image/png');
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
