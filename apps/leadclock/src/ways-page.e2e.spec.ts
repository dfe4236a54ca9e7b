import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Mailbox } from '@leadclock/alerts/testing/mailbox.js';
import { Receiver } from '@leadclock/alerts/testing/receiver.js';
import { until } from '@leadclock/runtime/testing/until.js';
import type { Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { post, sample } from './testing/sample-events.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';
import { zoneOfNoon } from './testing/zone-of-noon.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let mailbox: Mailbox;
  let receiver: Receiver;
  let floor: WatchedFloor;
  let page: Page;
  const pictures = path.resolve('.cache', 'ways-pictures');
  const now = Date.now();
  const early = now - 150 * 60_000;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    [mailbox, receiver] = await Promise.all([Mailbox.open(), Receiver.open()]);
    floor = await watchFloor(
      browserAt,
      [
        sample('site', 'site.set', 'site', early, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
        ...['ana', 'luis', 'zoe'].map((rep) =>
          sample(rep, 'rep.set', rep, early, { name: `${rep[0]?.toUpperCase()}${rep.slice(1)} R.`, team: 'north', active: true }),
        ),
        sample('fast', 'policy.set', 'fast', early, {
          order: 1,
          match: {},
          targets: { answer_s: 2 },
          steps: [{ id: 'late', clock: 'lead', of: 'answer', at_s: 2, notify: ['owner', 'channel:sales'] }],
        }),
      ],
      {
        LEADCLOCK_SMTP_URL: mailbox.url,
        LEADCLOCK_MAIL_FROM: 'leads@example.com',
        LEADCLOCK_WEBHOOK_ALLOW: '127.0.0.0/8',
      },
    );
    page = floor.page;
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await floor?.stop();
    await Promise.all([mailbox?.close(), receiver?.close()]);
  });
  beforeEach(() => floor.calm());

  const open = (language = 'en') => floor.open(`/alerts/ways?lang=${language}`);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const card = (way: string) => page.locator(`[data-way="${way}"]`);
  const act = (way: string, name: string) => card(way).getByRole('button', { name, exact: true });
  const fact = (way: string, name: string) => card(way).locator('.pol-facts > div').filter({ hasText: name }).locator('dd');
  const told = (who: string) => page.locator('.way-told li').filter({ hasText: who });
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const picture = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled', fullPage: true });
  const arrives = async (lead: string) => {
    const { status } = await post(floor.url, floor.key, [sample(`${lead}-c`, 'lead.created', lead, Date.now(), { owner: 'ana' })]);
    expect(status).toBe(202);
  };
  const secrets: string[] = [];

  it('says whom policies tell and nothing reaches, and that there is no way yet', async () => {
    await open();
    await page.getByText('There is no way yet').waitFor();
    await told('the channel sales').getByText('Nothing reaches it.').waitFor();
    await told('the owner').getByText('Only on our pages.').waitFor();
    expect(await page.locator('.way-told li').first().innerText()).toContain('the channel sales');
    await picture('en-empty');
    expect(await floor.faults()).toEqual([]);
  });

  it('sets up a webhook, with what is wrong at its fields, by keys alone, and shows its secret once', async () => {
    await open();
    await told('the channel sales')
      .getByRole('button', { name: /Set up a way/ })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'New way' }).waitFor();
    expect(await field('For').inputValue()).toBe('channel:sales');
    // the focus is in the first field
    await page.keyboard.press('Tab');
    await page.keyboard.type('w');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('https://10.0.0.1/hook');
    await page.keyboard.press('Enter');
    await page.getByText('A name has letters, digits').waitFor();
    await page.getByText('This leads to a private address.').waitFor();
    await page.getByText('It cannot be saved yet').waitFor();
    await picture('en-wrong');
    expect(await floor.plainFaults()).toEqual([expect.stringContaining('400')]);
    await floor.calm();
    await until('the focus at the first that is wrong', () => field('Name').evaluate((node) => node === document.activeElement));
    await page.keyboard.type('sales');
    await page.getByText('A name has letters, digits').waitFor({ state: 'detached' });
    await page.getByText('This leads to a private address.').waitFor();
    await field('URL').fill('sales');
    await page.keyboard.press('Enter');
    await page.getByText('This is no URL').waitFor();
    await field('URL').fill(`${receiver.url}/sales`);
    await page.keyboard.press('Enter');
    await card('sales').waitFor();
    const shown = page.locator('.way-secret code');
    secrets.push(await shown.innerText());
    expect(secrets[0]).toMatch(/^whsec_/);
    await picture('en-secret');
    expect(await page.locator(':focus').innerText()).toBe('Copy');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await shown.waitFor({ state: 'detached' });
    await card('sales').getByText('never tried').waitFor();
    await told('the channel sales').getByText('sales', { exact: true }).waitFor();
    await page.reload();
    await card('sales').waitFor();
    expect([await shown.count(), await page.getByText(receiver.url).innerText()]).toEqual([0, `${receiver.url}/…`]);
  });

  it('that nobody knows to be set up is sent again, is set up once, and its secret is not lost', async () => {
    await open();
    await button('New way').click();
    await field('Name').fill('twice');
    await field('Kind').selectOption({ label: 'Webhook' });
    await field('For').selectOption('everybody');
    await field('URL').fill(`${receiver.url}/twice`);
    const answers: string[] = [];
    await page.route('**/v1/ways', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      // the server does it, and its answer does not come through; what a browser says of a page of ours is said in its place
      const headers = { ...route.request().headers(), origin: floor.url, 'sec-fetch-site': 'same-origin' };
      answers.push(await (await route.fetch({ headers })).text());
      return route.abort();
    });
    await button('Save').click();
    await page.getByText('Try again; nothing is done twice.').waitFor();
    await page.unroute('**/v1/ways');
    await button('Save').click();
    await card('twice').waitFor();
    expect(answers).toHaveLength(1);
    expect(await page.locator('.way-secret code').innerText()).toBe(JSON.parse(answers[0] ?? '').secret);
    expect(await card('twice').count()).toBe(1);
    await button('I have kept it').click();
    await act('twice', 'Remove').click();
    await button('Remove it').click();
    await card('twice').waitFor({ state: 'detached' });
  });

  it('tries a way, and says in its place that it was taken, or why it failed', async () => {
    await open();
    await act('sales', 'Send a test').click();
    await card('sales').getByText('The test message was taken at').waitFor();
    await card('sales').getByText('works', { exact: true }).waitFor();
    const [test] = receiver.at('/sales');
    expect(JSON.parse(test?.body ?? '')).toMatchObject({ type: 'alert.test' });
    expect(new Webhook(secrets[0] ?? '').verify(test?.body ?? '', test?.headers ?? {})).toMatchObject({ type: 'alert.test' });
    receiver.answer('/sales', (response) => response.writeHead(302, { location: '/elsewhere' }).end());
    await act('sales', 'Send a test').click();
    await card('sales').getByText('The test failed at').waitFor();
    await card('sales').locator('[role=status]').getByText('it answered 302: redirects are not followed').waitFor();
    await card('sales').getByText('fails', { exact: true }).waitFor();
    await until('the failure in its place', async () => (await fact('sales', 'Last failure').innerText()).includes('it answered 302'));
    expect(await fact('sales', 'Last success').innerText()).toMatch(/\d\d:\d\d/);
    await picture('en-tested');
    expect(await floor.faults()).toEqual([]);
  });

  it('sets up mail to a rep in her language, which arrives when her lead is late', async () => {
    await open();
    await button('New way').click();
    await field('Name').fill('ana-mail');
    await field('Kind').selectOption({ label: 'E-mail' });
    await field('For').selectOption({ label: 'Ana R.' });
    await field('E-mail address').fill('ana');
    await field('Language of the messages').selectOption({ label: 'Español' });
    await button('Save').click();
    await page.getByText('This is no e-mail address.').waitFor();
    await field('E-mail address').fill('ana@example.com');
    await button('Save').click();
    await card('ana-mail').waitFor();
    expect(await fact('ana-mail', 'Leads to').innerText()).toBe('a…@example.com · Español');
    await page.getByText('Without a way of their own: Luis R. and Zoe R.').waitFor();
    receiver.answer('/sales', (response) => response.writeHead(410).end());
    await arrives('ada');
    await until('the mail', () => mailbox.mails.some(({ to, raw }) => to === 'ana@example.com' && raw.includes('ada')));
    await card('ana-mail').getByText('works', { exact: true }).waitFor();
  });

  it('shows what was given up, its tries and its lead, and sends it again', async () => {
    await open();
    await card('sales').getByText('1 message was given up.').waitFor();
    await act('sales', 'Messages').click();
    const line = card('sales').locator('.way-log > ol > li').filter({ hasText: 'ada' });
    await line.getByText('it answered 410: it wants no more of it').first().waitFor();
    await line.getByText('1 try').click();
    await line.getByText(/\d\d:\d\d:\d\d · \d+ ms · it answered 410/).waitFor();
    await card('sales').getByText('Only what failed').click();
    await until('what failed', async () => (await card('sales').locator('.way-log > ol > li').count()) === 2);
    await picture('en-log');
    expect(await floor.faults()).toEqual([]);
    receiver.answer('/sales', (response) => response.writeHead(204).end());
    await line.getByRole('button', { name: 'Send again' }).click();
    await line.waitFor({ state: 'detached' });
    await card('sales').getByText('Only what failed').click();
    await line.getByText(/taken at/).waitFor();
    expect(receiver.at('/sales').filter(({ body }) => body.includes('"ada"'))).toHaveLength(2);
    await card('sales').locator('.way-given-up').waitFor({ state: 'detached' });
  });

  it('pauses a way, by which nothing goes then, and resumes it', async () => {
    await open();
    await act('sales', 'Pause').click();
    await card('sales').getByText('Paused since').waitFor();
    await told('the channel sales').getByText('Nothing reaches it.').waitFor();
    await arrives('bob');
    await until('the mail', () => mailbox.mails.some(({ raw }) => raw.includes('bob')));
    await act('sales', 'Resume').click();
    await card('sales').getByText('Paused since').waitFor({ state: 'detached' });
    await arrives('cleo');
    await until('what came after', () => receiver.at('/sales').some(({ body }) => body.includes('"cleo"')));
    expect(receiver.at('/sales').some(({ body }) => body.includes('"bob"'))).toBe(false);
  });

  it('leaves a dead one alone and says until when', async () => {
    await button('New way').click();
    await field('Name').fill('dead');
    await field('Kind').selectOption({ label: 'Slack' });
    await field('For').selectOption({ label: 'another channel …' });
    await field('Name of the channel').fill('sales');
    // nobody listens there
    await field('URL').fill('http://127.0.0.1:1/services/x');
    await button('Save').click();
    await card('dead').waitFor();
    await Promise.all(Array.from({ length: 6 }, (_, number) => arrives(`dora${number}`)));
    await card('dead').getByText('Left alone until').waitFor();
    await card('dead').getByText('6 messages are on their way.').waitFor();
    await until('the failure', async () =>
      (await fact('dead', 'Last failure').innerText()).includes('nobody listens there (ECONNREFUSED)'),
    );
    await picture('en-resting');
  });

  it('changes a way, whose address stays unless another is typed, and keeps what is not saved until it is discarded', async () => {
    await act('ana-mail', 'Edit').click();
    expect([await field('E-mail address').inputValue(), await button('Save').isDisabled()]).toEqual(['', true]);
    await page.getByText('left empty: it stays a…@example.com').waitFor();
    await field('Language of the messages').selectOption({ label: 'Русский' });
    await button('Cancel').click();
    await page.getByText('Discard what you have changed?').waitFor();
    await button('Go on editing').click();
    await button('Save').click();
    await until('the change', async () => (await fact('ana-mail', 'Leads to').innerText()) === 'a…@example.com · Русский');
    await act('sales', 'Edit').click();
    await page.getByText('Sign with another secret').click();
    await button('Save').click();
    await page.locator('.way-secret code').waitFor();
    expect(await page.locator('.way-secret code').innerText()).not.toBe(secrets[0]);
    await button('I have kept it').click();
  });

  it.each(['en', 'es', 'ru'])('in %s fits a wide screen and a telephone, light and dark, and axe has no objection', async (language) => {
    for (const [index, width] of [1440, 390].entries()) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: index === 1 ? 'dark' : 'light' });
      await open(language);
      await card('sales').waitFor();
      await card('sales').locator('.way-buttons .btn').nth(3).click();
      await card('dead').locator('.way-buttons .btn').nth(4).click();
      await card('sales').locator('.way-log > ol > li').first().waitFor();
      await card('sales').locator('summary').first().click();
      await picture(`${language}-${width}-list`);
      expect([language, width, await floor.faults()]).toEqual([language, width, []]);
      await page.locator('.way-new').click();
      await page.locator('.way-form select').first().selectOption('webhook');
      await page.locator('.way-form .way-address').fill('https://10.0.0.1/hook');
      await page.keyboard.press('Enter');
      await page.locator('.is-wrong').nth(2).waitFor();
      await picture(`${language}-${width}-form`);
      // the refusal is in the console, too
      const said = (await floor.faults()).filter((fault) => !fault.includes('400'));
      expect([language, width, said]).toEqual([language, width, []]);
      await floor.calm();
    }
  });

  it('removes a way once that is confirmed, and says when the server does not answer', async () => {
    await open();
    await page.route('**/v1/ways/dead', (route) => route.abort());
    await act('dead', 'Remove').click();
    await act('dead', 'Remove it').click();
    await card('dead').getByText('The server does not answer').waitFor();
    await page.unroute('**/v1/ways/dead');
    await act('dead', 'Keep it').click();
    await act('dead', 'Remove').click();
    await card('dead').getByText('Its address and its log go for good.').waitFor();
    await act('dead', 'Remove it').click();
    await card('dead').waitFor({ state: 'detached' });
    await until('the focus', async () => (await page.locator(':focus').innerText()) === 'New way');
    expect(await card('sales').count()).toBe(1);
  });
}
