import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { emptyWall, fullWall, liveWall, nobodyWaits, PICTURE_TIME, sites } from './scenario.js';
import { sizes, WallPage } from './wall-page.js';

const wall = new WallPage();
const figures = () => wall.page.locator('.figure').allInnerTexts();
const link = () => wall.text('.link');
const elapsed = () => wall.page.evaluate(() => performance.now());

beforeAll(() => wall.prepare());
afterEach(() => wall.close());
afterAll(() => wall.end());

describe('the wall', () => {
  it('is grey panels when the first state is late', async () => {
    await wall.open(liveWall(sites.en));
    wall.stand.mute();
    await wall.page.reload();
    await wall.page.locator('[aria-busy]').waitFor();
    expect(await wall.faults('loading-en-1920')).toEqual([]);
  });

  it('speaks the language of its site when none is asked for', async () => {
    await wall.open(liveWall(sites.ru));
    await wall.page.locator('html[lang="ru"]').waitFor();
    expect(await wall.text('.tile:first-child h2')).toBe('Дольше 5 мин');
  });

  it('carries the name of the product, in the language of the browser, before the site is set up', async () => {
    await wall.open(emptyWall({ name: '', locale: 'ru' }));
    expect(await wall.text('h1')).toBe('Leadclock');
    expect(await wall.text('.tile:first-child h2')).toBe('Over 5 min');
    expect(await wall.faults('not-set-up-en-1920')).toEqual([]);
  });

  it('shows the time of the server on a device whose clock is ten minutes wrong', async () => {
    await wall.open(liveWall(sites.en));
    expect(await link()).toContain('14:32');
  });

  it('shows a change as soon as it comes', async () => {
    await wall.open(liveWall(sites.en));
    wall.stand.set({ lateCount: 8 });
    await wall.late('8');
  });

  it('finds a last message that was lost by the next heartbeat', async () => {
    await wall.open(liveWall(sites.en));
    wall.stand.set({ lateCount: 8 }, { lost: true });
    wall.stand.heartbeat();
    await wall.late('8');
  });

  it('shows nothing of a cut under 2 s, and has what came meanwhile', async () => {
    await wall.open(liveWall(sites.en));
    const words = await wall.said();
    const since = await elapsed();
    wall.stand.cut();
    wall.stand.set({ lateCount: 8 });
    wall.stand.restore();
    await wall.page.clock.runFor(800);
    await wall.late('8');
    const isUnseen = (await elapsed()) - since < 2_000;
    // the screen's time goes on by itself, too: where it took longer it says so rightly
    if (isUnseen) expect(await words()).toEqual([]);
  });

  it('says that it reconnects when a cut lasts longer', async () => {
    await wall.open(liveWall(sites.en));
    wall.stand.cut();
    await wall.page.clock.runFor(2_500);
    await wall.step('reconnecting');
    expect(await link()).toContain('Reconnecting');
  });

  it('comes again within seconds when the server sends it away', async () => {
    await wall.open(liveWall(sites.en));
    const words = await wall.said();
    const since = await elapsed();
    wall.stand.sendAway();
    wall.stand.set({ lateCount: 8 }, { lost: true });
    await wall.page.clock.runFor(800);
    await wall.late('8');
    const isUnseen = (await elapsed()) - since < 2_000;
    // the screen's time goes on by itself, too: where it took longer it says so rightly
    if (isUnseen) expect(await words()).toEqual([]);
  });

  it('stops its clocks when it is not live, and has no numbers after a minute', async () => {
    await wall.open(liveWall(sites.en));
    wall.stand.mute();
    await wall.page.clock.fastForward(12_000);
    await wall.step('stale');
    const frozen = await figures();
    await wall.page.clock.runFor(5_000);
    expect(await figures()).toEqual(frozen);
    await wall.page.clock.fastForward(50_000);
    await wall.step('unknown');
    expect(await figures()).toEqual(['—', '—', expect.stringMatching(/^—\s+goal\s+95%$/)]);
    expect(await wall.page.locator('.row').allInnerTexts()).not.toContainEqual(expect.stringMatching(/\d:\d\d/));
  });

  it('comes back by itself from a link that stands but says nothing', async () => {
    await wall.open(liveWall(sites.en));
    wall.stand.mute();
    await wall.page.clock.fastForward(13_000);
    await wall.step('stale');
    wall.stand.set({ lateCount: 8 });
    wall.stand.restore();
    await wall.page.clock.runFor(15_000);
    await wall.step('live');
    await wall.late('8');
  });

  it('tries at once when the network is back, and follows a process that began anew', async () => {
    await wall.open(liveWall(sites.en));
    wall.stand.set({ lateCount: 4 });
    await wall.late('4');
    wall.stand.cut();
    await wall.page.clock.fastForward(320_000);
    await wall.step('gone');
    wall.stand.restart();
    wall.stand.set({ lateCount: 8 });
    wall.stand.restore();
    await wall.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await wall.step('live');
    await wall.late('8');
  });

  it('takes up a new build at once while nobody is late', async () => {
    await wall.open(nobodyWaits(sites.en));
    const loaded = wall.page.waitForEvent('load');
    wall.stand.restart('build-2');
    wall.stand.heartbeat();
    await loaded;
    await wall.step('live');
  });

  it('keeps a late lead on screen for up to a minute before it takes up a new build', async () => {
    await wall.open(liveWall(sites.en));
    let reloads = 0;
    wall.page.on('load', () => {
      reloads += 1;
    });
    wall.stand.restart('build-2');
    wall.stand.heartbeat();
    await wall.page.clock.runFor(6_000);
    expect(reloads).toBe(0);
    const loaded = wall.page.waitForEvent('load');
    wall.stand.advance(60_000);
    await wall.page.clock.fastForward(61_000);
    wall.stand.heartbeat();
    await loaded;
  });

  it('puts a breach on top in its turn and tells how many more there are', async () => {
    await wall.open(liveWall(sites.en));
    const floor = liveWall(sites.en);
    const newest = { lead: 'new', name: 'Zoë K.', owner: null, since: PICTURE_TIME - 900_000, due: PICTURE_TIME - 600_000, heldMs: null };
    wall.stand.set({ waiting: [...floor.waiting, newest], waitingCount: 12, lateCount: 4, oldest: newest });
    await wall.page.locator('.row', { hasText: '+8 more leads' }).waitFor();
    expect(await wall.page.locator('.waiting-row').first().innerText()).toContain('Zoë K.');
    expect(await wall.page.locator('.chip-very').count()).toBe(1);
    await wall.picture('breach-en-1920');
  });

  it('does not move where motion is not wanted', async () => {
    await wall.open(fullWall(sites.en));
    await wall.page.emulateMedia({ reducedMotion: 'reduce' });
    wall.stand.set({ lateCount: 9_999 });
    await wall.late('9999');
    expect(await wall.page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it('is one script for old engines: no part of it is loaded later', async () => {
    await wall.open(liveWall(sites.en));
    const scripts = readdirSync(path.join(wall.folder, 'assets')).filter((file) => /^wall-.*\.js$/.test(file));
    expect(scripts).toHaveLength(1);
    const code = readFileSync(path.join(wall.folder, 'assets', scripts[0] ?? ''));
    expect(code.includes('import(')).toBe(false);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(110 * 1_024);
  });
});

describe('two walls', () => {
  it('tick together, though the clocks of their devices are twenty minutes apart', async () => {
    await wall.open(liveWall(sites.en));
    const other = await wall.newScreen(sizes[1], -600_000);
    await other.goto(`${wall.stand.url}/wall`);
    await other.locator('[data-freshness="live"]').waitFor();
    const tickOf = (screen: Page) =>
      screen
        .evaluate(
          () =>
            new Promise<void>((ticked) => {
              const figure = document.querySelector('.figure-wait time');
              if (figure !== null)
                new MutationObserver(() => ticked()).observe(figure, { characterData: true, subtree: true, childList: true });
            }),
        )
        .then(() => performance.now());
    await Promise.all([tickOf(wall.page), tickOf(other)]);
    // a busy machine may tell of any one of them late
    const apart: number[] = [];
    for (let tick = 0; tick < 5; tick += 1) {
      const [one, two] = await Promise.all([tickOf(wall.page), tickOf(other)]);
      apart.push(Math.abs(one - two));
    }
    expect(Math.min(...apart)).toBeLessThanOrEqual(250);
    await other.context().close();
  });
});
