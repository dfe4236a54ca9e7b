import { desktop, MePage, phone } from './me-page.js';
import { PICTURE_TIME } from './scenario.js';

const me = new MePage();

beforeAll(() => me.prepare());
afterEach(() => me.close());
afterAll(() => me.end());

const minutesAgo = (minutes: number): string => new Date(PICTURE_TIME - minutes * 60_000).toISOString();
const pausedAt = (minutes: number, more: object) => ({
  time: minutesAgo(minutes),
  type: 'lead.paused',
  source: '/crm',
  id: `p${minutes}`,
  data: {},
  counts: true,
  code: 'clock_stopped',
  ...more,
});
const before = { from: minutesAgo(29), until: minutesAgo(21), seconds: 480, working_s: 120, reason: 'waiting_for_documents', rep: 'luis' };
const open = { from: minutesAgo(20), until: null, seconds: 1_200, working_s: 1_200, reason: 'customer_asked_for_later', rep: 'ana' };
const clocks = (more: object) => ({ answered_at: null, paused_s: 1_680, paused_working_s: 1_320, pauses: [before, open], ...more });

/** Opens the console at a lead of Ana's whose clock stands, for the second time. */
const openPaused = async (options: Parameters<MePage['open']>[0] = {}) => {
  await me.open(options);
  me.stand.know('/v1/leads/alexey', { lead: 'alexey', clocks: clocks({}) });
  me.stand.know('/v1/leads/alexey/timeline', { events: [pausedAt(29, {}), pausedAt(20, {})] });
  await me.page.goto(`${me.stand.url}/me?rep=ana&lang=${options.language ?? 'en'}&lead=alexey`);
  await panel().locator('li').first().waitFor();
};
const panel = () => me.page.locator('.paused-by');
const lines = () => panel().locator('li').allInnerTexts();
const asked = (lead: string): readonly string[] => {
  const paths: string[] = [];
  me.page.on('request', (request) => {
    if (new URL(request.url()).pathname === `/v1/leads/${lead}`) paths.push(request.url());
  });
  return paths;
};

describe('what stopped the clock of a lead', () => {
  it('is shown with why, by whom, since when and until when, and with what it comes to on both clocks', async () => {
    await openPaused();
    expect((await lines()).map((line) => line.replaceAll(/\s+/g, ' '))).toEqual([
      'since 14:12, until it is resumed · Customer asked for later · Ana 20:00',
      '14:03 – 14:11 · Waiting for documents · Luis 8:00',
    ]);
    expect(await panel().innerText()).toContain('Together 28:00, of which 22:00 is working time. A pause is no answer.');
  });

  it('is looked at again while it goes on, and at once when the clock runs', async () => {
    await openPaused();
    me.stand.know('/v1/leads/alexey', { clocks: clocks({ paused_s: 1_695 }) });
    await me.page.clock.fastForward(16_000);
    await panel().getByText('28:15').waitFor();
    const ended = { ...open, until: minutesAgo(0), seconds: 1_215 };
    me.stand.know('/v1/leads/alexey', { clocks: clocks({ paused_s: 1_710, pauses: [before, ended] }) });
    const since = PICTURE_TIME - 125_000;
    const lead = { lead: 'alexey', name: 'Алексей К.', owner: 'Ana', rep: 'ana', since, due: since + 300_000, heldMs: null };
    const same = { team: 'north', origin: null, channel: 'phone', product: 'offer_1182', assignment: null };
    me.stand.patch('floor', {}, { leads: { alexey: { ...lead, ...same } } });
    await panel().getByText('28:30').waitFor();
    expect(await panel().locator('.goes-on').count()).toBe(0);
    expect((await lines())[0]).toContain('14:12 – 14:32');
  });

  it('is read from the one answer that all of the page has of the lead', async () => {
    await openPaused();
    const questions = asked('daniel');
    await me.page.locator('[id="row-daniel"]').click();
    await me.page.locator('.prev li').first().waitFor();
    await me.page.keyboard.press('l');
    await me.page.getByRole('dialog', { name: 'Log a call' }).waitFor();
    await me.page.keyboard.press('Escape');
    await me.page.locator('[id="row-alexey"]').click();
    await panel().locator('li').first().waitFor();
    expect(questions).toHaveLength(1);
  });

  describe.each([
    ['desktop', desktop],
    ['phone', phone],
  ] as const)('on a %s', (device, size) => {
    it.each(['en', 'es', 'ru'] as const)('fits and is accessible (%s)', async (language) => {
      await openPaused({ language, size });
      await panel().scrollIntoViewIfNeeded();
      expect(await me.faults(`paused-${language}-${device}`)).toEqual([]);
    });
  });
});
