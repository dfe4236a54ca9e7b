import { letAge } from './let-age.js';
import { desktop, MePage, phone } from './me-page.js';
import { alertOf, daniel, floorOf, hostile, maria, ownDay } from './me-scenario.js';

const me = new MePage();

beforeAll(() => me.prepare());
afterEach(() => me.close());
afterAll(() => me.end());

describe.each([
  ['desktop', desktop],
  ['phone', phone],
] as const)('the rep’s console on a %s', (device, size) => {
  describe.each(['en', 'es', 'ru'] as const)('in %s', (language) => {
    const named = (state: string) => `${state}-${language}-${device}`;

    it('fits and is accessible: the queue and a lead', async () => {
      await me.open({ language, size });
      expect(await me.faults(named('live'))).toEqual([]);
      await me.page.locator('[id="row-daniel"]').click();
      await me.page.getByText('+1 555 0142').first().waitFor();
      expect(await me.faults(named('lead'))).toEqual([]);
    });

    it('fits and is accessible: nobody waits, and what came of the own leads', async () => {
      await me.open({ language, size, floor: floorOf(language, []) });
      await me.page.locator('.own li').first().waitFor({ state: 'attached' });
      expect(await me.faults(named('empty'))).toEqual([]);
      if (device === 'phone') await me.page.locator('.pday button').click();
      const line = me.page.locator('.own li').first();
      await line.locator('[aria-expanded]').click();
      await line.getByText('He sells roof tiles: listen to the call.').waitFor();
      expect(await me.faults(named('own'))).toEqual([]);
      await line.locator('.as-link').last().click();
      await me.page.locator('.small-dialog .btn-primary').waitFor();
      expect(await me.faults(named('dispute'))).toEqual([]);
    });

    it('fits and is accessible: late, with alerts and the sheet of a call', async () => {
      const floor = { ...floorOf(language), alerts: { a: alertOf(maria), b: alertOf(daniel, { unconfirmed: true }) } };
      await me.open({ language, size, floor });
      await me.page.locator('.toast').first().waitFor();
      expect(await me.faults(named('late'))).toEqual([]);
      await me.page.goto(`${me.stand.url}/me?rep=ana&lang=${language}&lead=daniel`);
      await me.page.getByText('+1 555 0142').first().waitFor();
      await me.page.locator('.acts button').last().click();
      await me.page.keyboard.press('1');
      expect(await me.faults(named('log'))).toEqual([]);
    });

    it('says step by step that it is not live', async () => {
      await me.open({ language, size });
      me.stand.mute();
      await letAge(me.page, 'reconnecting');
      expect(await me.faults(named('reconnecting'))).toEqual([]);
      await me.page.clock.fastForward(5_000);
      await me.step('stale');
      expect(await me.faults(named('stale'))).toEqual([]);
      await me.page.clock.fastForward(50_000);
      await me.step('unknown');
      expect(await me.faults(named('unknown'))).toEqual([]);
    });
  });

  it('fits with hostile names, and shows them as they are', async () => {
    await me.open({ size, floor: floorOf('en', hostile) });
    expect(await me.faults(`hostile-${device}`)).toEqual([]);
    await me.page.locator('[id="row-long"]').click();
    expect(await me.faults(`hostile-lead-${device}`)).toEqual([]);
    expect(await me.page.title()).not.toBe('1');
  });

  it('asks at the first visit who sits here', async () => {
    await me.open({ size, own: { ...ownDay, me: null } });
    await me.page.locator('.picker button').first().waitFor();
    expect(await me.faults(`picker-${device}`)).toEqual([]);
  });

  it('is as good in the dark', async () => {
    await me.open({ size, dark: true });
    await me.page.locator('[id="row-daniel"]').click();
    await me.page.getByText('+1 555 0142').first().waitFor();
    expect(await me.faults(`dark-${device}`)).toEqual([]);
  });
});
