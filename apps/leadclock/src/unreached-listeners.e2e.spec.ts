import { until } from '@leadclock/runtime/testing/until.js';
import { sample } from './testing/sample-events.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';
import { zoneOfNoon } from './testing/zone-of-noon.js';

const browserAt = process.env['BROWSER_WS'];

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  let floor: WatchedFloor;
  const now = Date.now();
  const early = now - 150 * 60_000;

  beforeAll(async () => {
    const step = { id: 'late', clock: 'lead', of: 'answer', at_percent: 100, notify: ['channel:desk', 'screen:hall'] };
    floor = await watchFloor(
      browserAt,
      [
        sample('site', 'site.set', 'site', early, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
        sample('p', 'policy.set', 'web', early, { order: 1, match: {}, targets: { answer_s: 300 }, steps: [step] }),
      ],
      { LEADCLOCK_WEBHOOK_ALLOW: '127.0.0.0/8' },
    );
  });
  afterAll(() => floor?.stop());

  const ways = (method: string, path: string, body: object) =>
    fetch(`${floor.url}/v1/ways${path}`, {
      method,
      headers: { authorization: `Bearer ${floor.key}`, 'content-type': 'application/json', 'idempotency-key': `k${Math.random()}` },
      body: JSON.stringify(body),
    });
  const go = (place: string) => floor.page.locator(`.alerts-places a[href*="/alerts/${place}"]`).click();
  const edit = () => floor.page.getByRole('button', { name: 'Edit web', exact: true }).click();
  const unreached = async (): Promise<readonly (string | undefined)[]> =>
    (await floor.page.locator('.pol-step .note').allTextContents()).map((text) => /hall|desk/.exec(text)?.[0]);
  const saysOf = (...names: readonly string[]) =>
    until(`notes about ${names.join()}`, async () => (await unreached()).join() === names.join());

  it('of a screen or channel it is said that nothing reaches it once that is known: not while it is asked, and not a moment longer than it is so', async () => {
    const { page } = floor;
    const added = await ways('POST', '', { way: 'desk', kind: 'webhook', for: 'channel:desk', address: 'http://127.0.0.1:9/desk' });
    expect(added.ok).toBe(true);
    expect((await ways('PATCH', '/desk', { paused: true })).ok).toBe(true);

    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/v1/policy-choices', async (route) => {
      await held;
      await route.continue();
    });
    await floor.open('/alerts/policies?lang=en');
    await edit();
    await page.locator('.pol-preview .pol-count').waitFor();
    expect(await unreached()).toEqual([]);

    // a way that is paused leads nowhere
    answer();
    await saysOf('desk', 'hall');

    // whoever resumes it, and comes back at once, reads that it does
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await go('ways');
    const way = page.locator('[data-way="desk"]');
    await way.getByRole('button', { name: 'Resume', exact: true }).click();
    await way.getByText('Paused since').waitFor({ state: 'detached' });
    await go('policies');
    await edit();
    await saysOf('hall');
  });
}
