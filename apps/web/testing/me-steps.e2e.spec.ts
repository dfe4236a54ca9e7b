import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { desktop, MePage, phone } from './me-page.js';
import { alertOf, daniel, floorOf, type Language, lead } from './me-scenario.js';

const me = new MePage();

beforeAll(() => me.prepare());
afterEach(() => me.close());
afterAll(() => me.end());

/** Of Ana's, at 14:32: its target passes at 14:35. */
const vera = lead('vera', 2, 0, { name: 'Vera K.', rep: 'ana', owner: 'Ana' });
const after = (seconds: number): string => new Date(vera.since + seconds * 1_000).toISOString();
const step = (seconds: number, to: readonly string[], more: object = {}) => ({
  step: `s${seconds}`,
  of: 'answer',
  at: after(seconds),
  to,
  action: null,
  repeat: null,
  ...more,
});
const tick = step(240, ['ana']);
const due = step(300, ['ana', 'team:north'], { repeat: { every_s: 60, left: 3 } });
const manager = step(600, ['manager:north'], { action: 'reassign' });
const pool = step(900, ['owner:next', 'luis'], { action: 'pool' });
const everybody = step(1_200, ['*'], { of: 'contact' });
const detail = (steps: readonly object[], more: object = {}) => ({ lead: 'vera', name: 'Vera K.', steps, ...more });

interface Opened {
  readonly language?: Language;
  readonly size?: typeof desktop;
  readonly leads?: readonly QueueLead[];
}

const open = async (steps: readonly object[] | null, { language = 'en', size = desktop, leads = [vera, daniel] }: Opened = {}) => {
  await me.open({ language, size, floor: floorOf(language, leads) });
  if (steps !== null) me.stand.know('/v1/leads/vera', detail(steps));
  await me.page.goto(`${me.stand.url}/me?rep=ana&lang=${language}&lead=vera`);
  await me.page.locator('.lead h1', { hasText: 'Vera K.' }).waitFor();
};
const next = () => me.page.locator('.next');
const says = async (line: string) => next().getByText(line, { exact: true }).waitFor();
const lines = async () => (await next().locator(':scope > span').allInnerTexts()).map((line) => line.replaceAll(/\s+/g, ' '));

describe('the card of a lead', () => {
  it('names the next steps of its policy: when, whom they tell, and what they do; the others can be opened by the keyboard', async () => {
    await open([tick, due, manager, pool, everybody]);
    await says('you hear a tick');
    const three = [
      '14:34:00 you hear a tick',
      '14:35:00 you and the team are told, again every 1:00, 3×',
      '14:40:00 the manager is told, the lead goes to the next of the rota',
    ];
    expect(await lines()).toEqual(three);
    await next().getByRole('button', { name: 'and 2 more' }).press('Enter');
    await next().getByRole('button', { name: 'Show fewer' }).waitFor();
    expect(await lines()).toEqual([
      ...three,
      '14:45:00 the new owner and Luis are told, the lead goes back to the pool',
      '14:50:00 if nobody has spoken with them: everybody is told',
    ]);
  });

  it('names whom a page does not know by his id, another team, a screen, a channel, and the day that is not today', async () => {
    await open([step(300, ['luis', 'unknown', 'team:south', 'screen:hall', 'channel:desk']), step(90_000, ['luis'])]);
    await next().locator('b').nth(1).waitFor();
    expect(await lines()).toEqual([
      '14:35:00 Luis, unknown, the team south, the screen hall and the channel desk are told',
      '18 Mar, 15:30 Luis is told',
    ]);
  });

  it('asks again when an alert of the lead is raised, and a step whose instant has passed has gone before', async () => {
    await open([tick, due, manager]);
    await says('you hear a tick');
    me.stand.advance(121_000);
    await me.page.reload();
    await says('you and the team are told, again every 1:00, 3×');
    expect(await lines()).toHaveLength(2);
    me.stand.know('/v1/leads/vera', detail([{ ...due, repeat: null }]));
    me.stand.patch('floor', {}, { alerts: { a: alertOf(vera, { due: vera.since + 240_000 }) } });
    await says('you and the team are told');
  });

  it('asks again when the lead is another’s, and when its target has moved', async () => {
    await open([tick, due]);
    await says('you hear a tick');
    me.stand.know('/v1/leads/vera', detail([step(300, ['luis'])]));
    me.stand.patch('floor', {}, { leads: { vera: { ...vera, rep: 'luis', owner: 'Luis' } } });
    await says('Luis is told');
    me.stand.know('/v1/leads/vera', detail([step(600, ['luis'])]));
    me.stand.patch('floor', {}, { leads: { vera: { ...vera, rep: 'luis', owner: 'Luis', due: vera.since + 600_000 } } });
    await next().getByText('14:40:00').waitFor();
  });

  it('says when its target passes until the server has answered, and that nobody is told while its clock stands or once no step is left', async () => {
    await open(null);
    await next().getByText('target passes').waitFor();
    expect(await lines()).toEqual(['14:35:00 target passes']);
    me.stand.know('/v1/leads/vera', detail([]));
    me.stand.patch('floor', {}, { leads: { vera: { ...vera, product: 'battery', team: 'south' } } });
    await says('Nobody is told any more.');
    me.stand.patch('floor', {}, { leads: { vera: { ...vera, heldMs: 5_000, due: null } } });
    await next().getByText('Nobody is told while the clock stands.').waitFor();
    me.stand.patch('floor', {}, { leads: { vera: { ...vera, team: 'east', due: null } } });
    await says('No policy gives it a target: nobody is told.');
  });

  it('says of one that stands and is late already who is told again, and nothing of nobody where a promised call is to ring', async () => {
    const late = { ...vera, heldMs: 200_000, due: null };
    await open([step(600, ['ana'], { repeat: { every_s: 60, left: 2 } })], { leads: [late] });
    await says('you are told, again every 1:00, 2×');
    me.stand.know('/v1/leads/vera', detail([step(1_800, ['ana'], { of: 'call' })]));
    me.stand.patch('floor', {}, { leads: { vera: { ...vera, product: 'battery' } } });
    await next().getByText('you are told').waitFor({ state: 'detached' });
    expect(await lines()).toEqual([]);
  });

  it('says of one that is answered and that nobody has spoken with who is told of that', async () => {
    await open([due]);
    await says('you and the team are told, again every 1:00, 3×');
    me.stand.know('/v1/leads/vera', detail([step(3_600, ['manager:north'], { of: 'contact' })]));
    me.stand.patch('floor', {}, { leads: { vera: null } });
    await says('if nobody has spoken with them: the manager is told');
    expect(await lines()).toEqual(['15:30:00 if nobody has spoken with them: the manager is told']);
  });

  describe.each([
    ['desktop', desktop],
    ['phone', phone],
  ] as const)('on a %s', (device, size) => {
    it.each(['en', 'es', 'ru'] as const)('fits and is accessible (%s)', async (language) => {
      await open([tick, due, manager, pool, everybody], { language, size });
      await next().locator('b').nth(2).waitFor();
      expect(await me.faults(`steps-${language}-${device}`)).toEqual([]);
      await next().getByRole('button').click();
      await next().locator('b').nth(4).waitFor();
      expect(await me.faults(`steps-all-${language}-${device}`)).toEqual([]);
    });
  });
});
