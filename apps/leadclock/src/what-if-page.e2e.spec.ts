import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import type { Locator, Page } from 'playwright-core';
import { runCommand } from './testing/program-process.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let floor: WatchedFloor;
  let page: Page;

  const web = {
    order: 1,
    match: {},
    targets: { answer_s: 300 },
    steps: [{ id: 'due', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner'] }],
  } as const;
  const ofAna = (id: string, time: string): Story => lead(id).arrived(time, { owner: 'ana', team: 'north' });
  const told = (story: Story, due: string): Story => {
    const due_at = writeInstant(at(due));
    return story.tell(
      'alert.raised',
      due,
      { alert: `a-${story.subject}`, step: 'due', due_at, raised_at: due_at, to: 'ana' },
      { heard: due },
    );
  };
  /** A Monday that another program has recorded, with the alerts that it raised. */
  const recorded = [
    subject('site').tell('site.set', '07:00', { name: 'Us', zone: 'UTC', locale: 'en', currency: 'EUR' }),
    subject('north').tell('team.set', '07:00', { name: 'North' }),
    subject('ana').tell('rep.set', '07:00', { name: 'Ana Ruiz', team: 'north', active: true }),
    subject('web').tell('policy.set', '07:00', { ...web, steps: web.steps.map((step) => ({ ...step, notify: [...step.notify] })) }),
    ofAna('ada', '09:00').called('09:03', 'ana'),
    told(ofAna('bob', '09:10'), '09:15').called('09:20', 'ana'),
    ofAna('cy', '10:00').called('10:01', 'ana'),
    ofAna('dee', '11:00').touched('11:01', { rep: 'ana' }, { heard: '11:02:01' }),
  ];

  const pictures = path.resolve('.cache', 'what-if-pictures');

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    floor = await watchFloor(browserAt, []);
    page = floor.page;
    const jsonl = path.join(floor.dataFolder, 'floor.jsonl');
    const events = recorded.flatMap((story) => story.events.map((event) => ({ ...event, id: `${story.subject}-${event.id}` })));
    writeFileSync(jsonl, events.map((event) => `${encodeEvent(event)}\n`).join(''));
    expect(await runCommand(floor, ['import', jsonl])).toMatchObject({ code: 0 });
  });
  afterAll(() => floor?.stop());
  beforeEach(() => floor.calm());

  const button = (name: string, on: Page | Locator = page) => on.getByRole('button', { name, exact: true });
  const tried = () => page.getByLabel('What is tried');
  const part = (name: string) => page.locator(`[data-part="${name}"]`);
  const count = async (name: string) => Number((await page.locator(`[data-count="${name}"]`).innerText()).match(/\d+/)?.[0]);
  const open = async (more = 'lang=en') => {
    await floor.open(`/alerts/what-if?${more}`);
    await page.locator('.wi-day').first().fill('2026-11-02');
    await page.locator('.wi-day').last().fill('2026-11-02');
  };
  const replay = async () => {
    await button('Replay').click();
    await part('alerts').waitFor();
  };
  /** What the command line says of the same. */
  const printed = async (yaml: string, ...more: readonly string[]) => {
    const file = path.join(floor.dataFolder, 'tried.yaml');
    writeFileSync(file, yaml);
    const ran = await runCommand(floor, ['what-if', file, '--from', '2026-11-02', '--to', '2026-11-03', ...more, '--json']);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    return JSON.parse(ran.stdout);
  };
  const strict = `policy: web\norder: 1\ntargets: {answer_s: 120}\nsteps:\n  - {id: due, clock: lead, of: answer, at_percent: 100, notify: [owner]}\n`;
  const time = (number: number) => page.getByRole('group', { name: `Time ${number}`, exact: true });
  const picture = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled', fullPage: true });
  const tabTo = async (where: Locator) => {
    for (let press = 0; press < 60; press += 1) {
      if (await where.evaluate((element) => element === element.ownerDocument.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('the tabulator does not come there');
  };

  it('under the policies as they were the page says that nothing differs', async () => {
    await open();
    await replay();
    expect([await count('happened'), await count('replayed'), await count('same')]).toEqual([1, 1, 1]);
    await part('differ').getByText('None differs.').waitFor();
    expect(await floor.faults()).toEqual([]);
  });

  it('under another target it says the same as the command line, and leads to the leads', async () => {
    await open();
    await tried().selectOption('=web');
    await page.getByLabel('First answer within').fill('2:00');
    // it holds for the whole period: from when on is not asked, and no field of it is there to be reached
    expect(await page.getByText('In force', { exact: true }).count()).toBe(0);
    await replay();
    const { alerts, attainment, told: whom, alert_hours, listed } = await printed(strict);
    const shown = await Promise.all(['happened', 'replayed', 'same', 'others', 'gone', 'new', 'apart'].map(count));
    const { happened, replayed, same, others, only_happened, only_replayed, close, down } = alerts;
    expect(shown).toEqual([happened, replayed, same, others, only_happened, only_replayed, close + down]);
    expect(shown).toEqual([1, 3, 0, 0, 1, 2, 1]);
    expect(whom).toEqual([{ to: 'ana', then: 1, replayed: 3 }]);
    expect((await part('told').locator('tbody tr').first().innerText()).split(/\s+/)).toEqual(['Ana', 'Ruiz', '1', '3']);
    expect((await part('told').locator('table').last().locator('tbody tr').allInnerTexts()).map((row) => row.split(/\s+/))).toEqual(
      alert_hours.map(({ hour, then, replayed: would }: { hour: number; then: number; replayed: number }) => [
        `${String(hour).padStart(2, '0')}:00`,
        String(then),
        String(would),
      ]),
    );
    const { met, breached } = attainment.all.replayed;
    await part('attained')
      .getByRole('row', { name: 'all leads' })
      .getByText(`${met}/${met + breached}`, { exact: true })
      .waitFor();
    expect(await part('differ').locator('li').count()).toBe(
      listed.filter(({ is, apart }: { is: string; apart: string | null }) => is !== 'same' && apart === null).length,
    );
    expect(await part('close').locator('li').count()).toBe(1);
    expect(await floor.faults()).toEqual([]);
    await part('differ').getByRole('link').first().click();
    await page.waitForURL(/\/team\?.*lead=ada/);
    await page.getByRole('heading', { name: 'Policy that judged it' }).waitFor();
  });

  it('what fell due while nobody could be told is listed apart, as the command line does, until the time is taken out', async () => {
    await open();
    await tried().selectOption('=web');
    await page.getByLabel('First answer within').fill('2:00');
    await button('Add a time').click();
    await button('Add a time').click();
    await time(1).getByLabel('Began').fill('2026-11-02T10:00');
    await time(1).getByLabel('Ended').fill('2026-11-02T10:30');
    await time(2).getByLabel('Began').fill('2026-11-02T09:01');
    await time(2).getByLabel('Ended').fill('2026-11-02T09:05');
    await button('Take out time 1').click();
    expect(await time(1).getByLabel('Began').inputValue()).toBe('2026-11-02T09:01');
    expect(await time(2).count()).toBe(0);
    await replay();
    const { alerts, listed } = await printed(strict, '--down', '2026-11-02T09:01:00Z/2026-11-02T09:05:00Z');
    expect([await count('new'), await count('apart')]).toEqual([alerts.only_replayed, alerts.close + alerts.down]);
    expect([await count('new'), await count('apart')]).toEqual([1, 2]);
    expect(listed.filter(({ apart }: { apart: string | null }) => apart === 'down')).toMatchObject([{ lead: 'ada' }]);
    expect(await part('down').locator('li').allInnerTexts()).toEqual([expect.stringContaining('ada')]);
    await part('down')
      .getByText(/9:01.*9:05/)
      .waitFor();
    await button('Take out time 1').click();
    await replay();
    expect([await part('down').count(), await count('new')]).toEqual([0, 2]);
    expect(await floor.faults()).toEqual([]);
  });

  it('a time that cannot be one is said at its field, and nothing is asked for until it is put right', async () => {
    const asked: string[] = [];
    const hear = (request: { url(): string }): number => (request.url().endsWith('/v1/what-if') ? asked.push(request.url()) : 0);
    page.on('request', hear);
    await open();
    await button('Add a time').click();
    await page.waitForFunction(() => document.activeElement?.matches('.wi-time input'));
    await time(1).getByLabel('Began').fill('2026-11-02T09:05');
    expect(await page.locator('.wi-time .pol-wrong').count()).toBe(0);
    await button('Replay').click();
    await time(1).locator('.pol-field').filter({ hasText: 'Ended' }).getByText('Give a date and a time.').waitFor();
    await page.getByText('It cannot be replayed yet').waitFor();
    expect(await page.locator('.wi-time .pol-wrong').count()).toBe(1);
    await page.waitForFunction(() => document.activeElement?.matches('.wi-time [aria-invalid="true"]'));
    await time(1).getByLabel('Ended').fill('2026-11-02T09:04');
    await time(1).locator('.pol-field').filter({ hasText: 'Ended' }).getByText('It must end after it begins.').waitFor();
    await button('Replay').click();
    await page.getByText('It cannot be replayed yet').waitFor();
    expect(asked).toEqual([]);
    expect(await floor.faults()).toEqual([]);
    await time(1).getByLabel('Ended').fill('2026-11-02T09:06');
    await replay();
    expect(asked).toHaveLength(1);
    page.off('request', hear);
  });

  it('what the server alone finds wrong with a time is said at its field', async () => {
    await open();
    await button('Add a time').click();
    await time(1).getByLabel('Began').fill('1899-12-31T09:01');
    await time(1).getByLabel('Ended').fill('2026-11-02T09:05');
    await button('Replay').click();
    await time(1).locator('.pol-field').filter({ hasText: 'Began' }).getByText('1900').waitFor();
    expect(await page.locator('.pol-wrong').count()).toBe(1);
    await time(1).getByLabel('Began').fill('2026-11-02T09:01');
    await replay();
  });

  it('what was tried goes on in the form of the policy, where it is not saved yet', async () => {
    await open();
    await tried().selectOption('=web');
    await page.getByLabel('First answer within').fill('3:30');
    await button('Edit this policy for real').click();
    await page.waitForURL(/\/alerts\/policies/);
    expect(await page.getByLabel('First answer within').inputValue()).toBe('3:30');
    await page.getByText('Not saved yet.').waitFor();
    await button('Cancel').click();
    await button('Discard').click();
  });

  it('policies are pasted as YAML; what is wrong is said there, and what is put right is replayed', async () => {
    await open();
    await tried().selectOption('+yaml');
    await page.getByLabel('As YAML').fill('policy: [');
    await button('Replay').click();
    await page.locator('.wi-yaml .pol-wrong').waitFor();
    await page.getByLabel('As YAML').fill(strict.replace('answer_s: 120', ''));
    await button('Replay').click();
    await page.locator('.wi-yaml .pol-wrong').getByText('$.targets has no target').waitFor();
    await page.getByLabel('As YAML').fill(strict);
    await replay();
    expect(await count('replayed')).toBe(3);
    expect(await floor.plainFaults()).toEqual(
      ['Failed to load resource: the server responded with a status of 400 (Bad Request)'].flatMap((said) =>
        floor.problems.filter((problem) => problem.startsWith(said)),
      ),
    );
  });

  it('a period that cannot be replayed is refused before it is asked for', async () => {
    await open();
    await page.locator('.wi-day').first().fill('2026-11-03');
    await page.getByText('It must begin before it ends.').waitFor();
    expect(await button('Replay').isDisabled()).toBe(true);
    await page.locator('.wi-day').first().fill('2026-09-03');
    await page.getByText('At most 31 days').waitFor();
    expect(await floor.faults()).toEqual([]);
  });

  it('goes by keys alone, tells that it is running, and is given up', async () => {
    await open();
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    await page.route('**/v1/what-if', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await tabTo(tried());
    await page.keyboard.type('Another');
    await tabTo(page.getByLabel('First answer within'));
    await page.keyboard.type('2:00');
    await tabTo(button('Replay'));
    await page.keyboard.press('Enter');
    await page.getByText('The period is being replayed').waitFor();
    await tabTo(button('Cancel'));
    await page.keyboard.press('Enter');
    await page.getByText('The period is being replayed').waitFor({ state: 'detached' });
    expect(await part('alerts').count()).toBe(0);
    goOn();
    await page.unroute('**/v1/what-if');
    await tabTo(button('Replay'));
    await page.keyboard.press('Enter');
    await part('alerts').waitFor();
    expect(await count('replayed')).toBe(3);
  });

  it.each(['en', 'es', 'ru'])('fits a telephone, and axe objects to nothing: %s', async (language) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(`lang=${language}`);
    await page.locator('.wi-form select').first().selectOption('=web');
    await page.getByPlaceholder('0:00').first().fill('2:00');
    await page.locator('.wi-add').click();
    await page.locator('.wi-time input').first().fill('2026-11-02T09:01');
    await page.locator('.wi-form button[type="submit"]').click();
    await page.locator('.wi-time .pol-wrong').waitFor();
    expect(await floor.faults()).toEqual([]);
    await picture(`${language}-phone-wrong`);
    await page.locator('.wi-time input').last().fill('2026-11-02T09:05');
    await page.locator('.wi-form button[type="submit"]').click();
    await part('down').waitFor();
    expect(await floor.faults()).toEqual([]);
    await picture(`${language}-phone`);
    await page.setViewportSize({ width: 1440, height: 900 });
    await picture(`${language}-wide`);
    expect(await floor.plainFaults()).toEqual([]);
  });
}
