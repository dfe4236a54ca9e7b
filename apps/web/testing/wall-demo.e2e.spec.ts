import { connectedEmptyWall, emptyWall, liveWall, PICTURE_TIME, sites } from './scenario.js';
import { startStand } from './stand.js';
import { WallPage } from './wall-page.js';

const wall = new WallPage();
const button = () => wall.page.locator('.demo-button');

beforeAll(() => wall.prepare());
afterEach(() => wall.close());
afterAll(() => wall.end());

describe.each(['en', 'es', 'ru'] as const)('the demo button in %s', (language) => {
  it('has the focus, says that it starts, and why it did not', async () => {
    await wall.open(connectedEmptyWall(sites[language]), `?lang=${language}`);
    await button().waitFor();
    expect(await button().evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await wall.faults(`demo-offered-${language}`)).toEqual([]);
    await wall.page.keyboard.press('Enter');
    await wall.page.locator('[aria-disabled="true"]').waitFor();
    expect(await wall.faults(`demo-starting-${language}`)).toEqual([]);
    wall.stand.answerDemo(503, { problem: 'no space left' });
    await wall.page.locator('.foot', { hasText: 'no space left' }).waitFor();
    expect(await wall.faults(`demo-failed-${language}`)).toEqual([]);
  });

  it('stands below the first steps where no source is connected', async () => {
    await wall.open(emptyWall(sites[language]), `?lang=${language}`);
    await button().waitFor();
    expect(await wall.faults(`demo-no-source-${language}`)).toEqual([]);
  });
});

describe('the demo', () => {
  it('opens in the language and the colours of this wall, and says that it is one', async () => {
    const demo = await startStand(wall.folder, { ...liveWall(sites.en), demo: true }, PICTURE_TIME);
    await wall.open(emptyWall(sites.en), '?lang=es&theme=light');
    await button().waitFor();
    await wall.page.keyboard.press('Enter');
    await wall.page.locator('[aria-disabled="true"]').waitFor();
    wall.stand.answerDemo(202, { url: demo.url });
    await wall.page.waitForURL(`${demo.url}/wall?lang=es&theme=light`);
    await wall.page.locator('.link', { hasText: 'Demo' }).waitFor();
    await demo.close();
  });

  it('is asked for once, however often OK is pressed', async () => {
    await wall.open(emptyWall(sites.en));
    await button().waitFor();
    for (const key of ['Enter', 'Enter', 'Enter']) await wall.page.keyboard.press(key);
    await wall.page.locator('[aria-disabled="true"]').waitFor();
    wall.stand.answerDemo(503, { problem: 'no space left' });
    await wall.page.locator('.foot', { hasText: 'no space left' }).waitFor();
    expect(wall.stand.demosAsked()).toBe(1);
    await wall.page.keyboard.press('Enter');
    await wall.page.locator('[aria-disabled="true"]').waitFor();
    while (wall.stand.demosAsked() < 2) await wall.pass(1);
  });

  it('is not followed when the first lead came meanwhile', async () => {
    await wall.open(emptyWall(sites.en));
    await button().waitFor();
    await wall.page.keyboard.press('Enter');
    await wall.page.locator('[aria-disabled="true"]').waitFor();
    wall.stand.set(liveWall(sites.en));
    await wall.page.locator('[data-scene]').waitFor();
    wall.stand.answerDemo(202, { url: 'http://127.0.0.1:9' });
    await wall.pass(2);
    expect(wall.page.url()).toBe(`${wall.stand.url}/wall`);
  });

  it.each([
    ['an address that is none', { url: 'javascript:alert(1)' }],
    ['no address', {}],
  ])('fails in words on %s', async (_name, body) => {
    await wall.open(emptyWall(sites.en));
    await button().waitFor();
    await wall.page.keyboard.press('Enter');
    await wall.page.locator('[aria-disabled="true"]').waitFor();
    wall.stand.answerDemo(202, body);
    await wall.page.locator('.foot', { hasText: 'The demo did not start: no answer.' }).waitFor();
  });
});
