import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import type { Page } from 'playwright-core';
import { type NoticedFloor, openNoticedFloor } from './testing/noticed-floor.js';
import { inSight, noticedWorker } from './testing/noticed-page.js';
import { pageFaults } from './testing/page-faults.js';
import { post, sample } from './testing/sample-events.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let noticed: NoticedFloor;
  const pictures = path.resolve('.cache', 'notice-pictures');
  const phone = { width: 390, height: 844 };

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    noticed = await openNoticedFloor(browserAt, ['owner', 'manager']);
  });
  afterAll(() => noticed?.stop());

  const button = (page: Page) => page.locator('[data-key="notices"]');
  const says = (page: Page, text: string | RegExp) => button(page).filter({ hasText: text }).waitFor();
  const menu = (page: Page) => page.locator('.notices');
  const picture = (page: Page, name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });

  it('a manager is told once he has turned it on, as whose manager he says, also of what he looks at', async () => {
    const subscription = noticed.service.subscribe('boss', noticed.serverKey);
    // the browser may tell already, for whoever sits there as a rep: that makes nobody a manager
    const page = await noticed.visit({ where: '/team', world: { permission: 'granted', subscription } });
    await says(page, 'Notifications off');
    await button(page).click();
    await menu(page).getByLabel('You are told as').selectOption('the manager of north team');
    expect(await noticed.ways()).toEqual([]);
    await menu(page).getByRole('button', { name: 'Turn on' }).click();
    await says(page, /^Notifications on$/);
    await until('the way', async () => (await noticed.ways()).join() === 'push manager:north');
    await menu(page).getByRole('button', { name: 'Send a test' }).click();
    await menu(page).getByText('on its way to this device').waitFor();
    await picture(page, 'manager-on-en');
    expect(await pageFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');

    const worker = await noticedWorker(page);
    const told = async (lead: string) => (await worker.shown()).filter(({ tag }) => tag === `lead ${lead}`);
    await inSight(page, false);
    await noticed.late('fay', { owner: 'ana' });
    const payload = await noticed.pushed('boss', 'fay');
    expect(payload).toMatchObject({ rep: null, claim: null, says: 'late' });
    await worker.push(payload);
    await until('the notification', async () => (await told('fay')).length > 0);
    expect(await told('fay')).toMatchObject([{ actions: ['open'] }]);

    // a press shows the lead in the panel, in the page that is open
    await worker.press('fay', '');
    await page.locator('.drill').getByRole('heading', { name: 'fay L.' }).waitFor();

    // whoever has answered it is talked of no more
    await noticed.late('gus', { owner: 'ana' });
    await worker.push(await noticed.pushed('boss', 'gus'));
    await until('gus is told', async () => (await worker.open()).includes('lead gus'));
    const answer = { touchpoint: 't', channel: 'call', direction: 'outbound', rep: 'luis', outcome: 'connected' };
    await post(noticed.floor.url, noticed.floor.key, [sample('gus-t', 'touchpoint.recorded', 'gus', Date.now(), answer)]);
    await until('gus is over', async () => !(await worker.open()).includes('lead gus'));
    expect(await told('gus')).toHaveLength(1);

    // another team is another listener, at the same browser; off is off, also after a reload
    await button(page).click();
    await menu(page).getByLabel('You are told as').selectOption('the manager of any team');
    await until('the other listener', async () => (await noticed.ways()).join() === 'push manager:*');
    await menu(page).getByRole('button', { name: 'Turn off' }).click();
    await says(page, 'Notifications off');
    await until('the way is gone', async () => (await noticed.ways()).length === 0);
    await page.reload();
    await says(page, 'Notifications off');
    await button(page).click();
    expect(await menu(page).getByLabel('You are told as').inputValue()).toBe('*');
  });

  it('where no push service is, the page that is open tells, each alert once', async () => {
    const page = await noticed.visit({ where: '/team?team=north', world: { permission: 'granted' } });
    await button(page).click();
    expect(await menu(page).getByLabel('You are told as').inputValue()).toBe('north');
    await menu(page).getByRole('button', { name: 'Turn on' }).click();
    await says(page, 'Notifications on while this page is open');
    await menu(page).getByText('push service cannot be reached').waitFor();
    const worker = await noticedWorker(page);
    await inSight(page, false);
    await noticed.late('hal', { owner: 'ana' });
    await until('the notification of the page', async () => (await worker.open()).includes('lead hal'));
    expect(await worker.shown()).toContainEqual(expect.objectContaining({ tag: 'lead hal', title: 'hal L. is late', actions: ['open'] }));
    await page.reload();
    await says(page, 'Notifications on while this page is open');
    await inSight(page, false);
    await noticed.late('ida', { owner: 'ana' });
    await until('the next', async () => (await worker.open()).includes('lead ida'));
    expect((await worker.shown()).filter(({ tag }) => tag === 'lead hal')).toHaveLength(1);
  });

  it('a page in sight shows what it is told and rings, and nothing is told beside it; out of sight it rings, and the notification is silent', async () => {
    const page = await noticed.visit({ where: '/team?team=north', world: { permission: 'granted' } });
    await button(page).click();
    await menu(page).getByRole('button', { name: 'Turn on' }).click();
    await says(page, 'Notifications on while this page is open');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Sound on/ }).waitFor();
    const worker = await noticedWorker(page);
    const toast = (lead: string) => page.locator('.toast', { hasText: `${lead} L.` });
    await noticed.late('jon', { owner: 'ana' });
    await toast('jon').waitFor();
    await inSight(page, false);
    await noticed.late('kim', { owner: 'ana' });
    await until('the notification of what is out of sight', async () => (await worker.open()).includes('lead kim'));
    expect((await worker.shown()).map(({ tag, isSilent }) => [tag, isSilent])).toEqual([['lead kim', true]]);

    // the manager says on the page that he has seen it: that stands in the log, and the notification goes
    await toast('kim').getByRole('button', { name: 'Seen' }).click();
    await toast('kim').waitFor({ state: 'detached' });
    await until('the notification is closed', async () => !(await worker.open()).includes('lead kim'));
    await toast('jon').getByRole('button', { name: 'Open' }).click();
    await toast('jon').getByRole('button', { name: 'Seen' }).click();
    await page.locator('.tl').getByText('Alert acknowledged by the manager of north team').waitFor();
  });

  it('a browser tells as one manager: what is said on one page holds on the others, and the one in front shows it', async () => {
    const subscription = noticed.service.subscribe('two', noticed.serverKey);
    const page = await noticed.visit({ where: '/team?team=north', world: { permission: 'granted', subscription } });
    await button(page).click();
    await menu(page).getByRole('button', { name: 'Turn on' }).click();
    await says(page, /^Notifications on$/);
    const other = await page.context().newPage();
    await other.goto(`${noticed.floor.url}/team?lang=en`);
    await says(other, /^Notifications on$/);
    const toldAs = async (one: Page) => menu(one).getByLabel('You are told as').inputValue();
    await button(other).click();
    expect(await toldAs(other)).toBe('north');
    await menu(page).getByLabel('You are told as').selectOption('the manager of south team');
    await until('the other page to follow', async () => (await toldAs(other)) === 'south');
    await until('the listener', async () => (await noticed.ways()).join() === 'push manager:south');

    // in front: it shows what the manager of south is told, and so nothing is told beside it
    await inSight(page, false);
    const worker = await noticedWorker(page);
    const toast = (lead: string) => other.locator('.toast', { hasText: `${lead} L.` });
    await other.keyboard.press('Escape');
    await noticed.late('ned', { owner: 'ana', team: 'south' });
    await toast('ned').waitFor();
    await worker.push(await noticed.pushed('two', 'ned'));
    // both out of sight: beside them
    await inSight(other, false);
    await noticed.late('oli', { owner: 'ana', team: 'south' });
    await worker.push(await noticed.pushed('two', 'oli'));
    await until('the notification', async () => (await worker.open()).includes('lead oli'));
    expect((await worker.shown()).map(({ tag }) => tag)).toEqual(['lead oli']);
  });

  it('a phone can put the page on its home screen, and it opens there', async () => {
    const html = await (await fetch(`${noticed.floor.url}/team`)).text();
    const [, at = ''] = /rel="manifest" href="([^"]+)"/.exec(html) ?? [];
    const manifest = await fetch(new URL(at, noticed.floor.url));
    expect(manifest.headers.get('content-type')).toContain('manifest+json');
    expect(await manifest.json()).toMatchObject({ start_url: '/team', display: 'standalone' });
  });

  it.each([
    ['en', 'Notifications off', 'Turn on', 'Notifications blocked', 'allow notifications', 'https addresses only'],
    ['es', 'Sin avisos', 'Activar', 'Avisos bloqueados', 'permite las notificaciones', 'direcciones https'],
    ['ru', 'Уведомления выключены', 'Включить', 'Уведомления запрещены', 'разрешите уведомления', 'адресов https'],
  ])('how they stand is said with the way out (%s)', async (language, off, turnOn, blocked, allow, https) => {
    const look = async (name: string, isAskedOfAxe: boolean, ...[visit]: Parameters<NoticedFloor['visit']>) => {
      const page = await noticed.visit({ ...visit, language });
      await button(page).click();
      await menu(page).waitFor();
      await picture(page, `manager-${name}-${language}`);
      if (isAskedOfAxe) expect(await pageFaults(page)).toEqual([]);
      return page;
    };
    const wide = await look('off', true, { where: '/team' });
    await says(wide, off);
    await menu(wide).getByRole('button', { name: turnOn }).waitFor();
    await look('off-phone', true, { where: '/team', viewport: phone });
    const no = await look('blocked', false, { where: '/team', world: { permission: 'denied' } });
    await says(no, blocked);
    await menu(no).getByText(allow).waitFor();
    const plain = await look('insecure-phone', false, { where: '/team', world: { isSecure: false }, viewport: phone });
    await menu(plain).getByText(https).waitFor();
  });
}
