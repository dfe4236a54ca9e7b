import { desktop, MePage, phone } from './me-page.js';
import { PICTURE_TIME } from './scenario.js';

const me = new MePage();

beforeAll(() => me.prepare());
afterEach(() => me.close());
afterAll(() => me.end());

const heading = (name: string) => me.page.locator('.lead h1', { hasText: name }).waitFor();
const done = (id: string) => ({ status: 202, body: { event: { source: '/leadclock', id }, at: new Date(PICTURE_TIME).toISOString() } });

describe('with the keyboard alone', () => {
  it('a lead is found, claimed, called and logged, and the call is taken back', async () => {
    await me.open();
    me.stand.decide(({ command }) => done(`event-${command}`));
    await heading('María F.');
    for (let press = 0; press < 4; press += 1) await me.page.keyboard.press('j');
    await heading('Daniel R.');
    await me.page.keyboard.press('c');
    await me.page.locator('.is-yours').waitFor();
    await me.page.keyboard.press('l');
    await me.page.getByRole('dialog', { name: 'Log a call' }).waitFor();
    await me.page.keyboard.press('2');
    await me.page.getByText(/answered in/).waitFor();
    await me.page.keyboard.press('Tab');
    await me.page.keyboard.type('tries again at three, j k c');
    await me.page.keyboard.press('Escape');
    await me.page.getByRole('dialog', { name: 'Log a call' }).waitFor({ state: 'detached' });
    await me.page.keyboard.press('l');
    await me.page.locator('textarea').waitFor();
    expect(await me.page.locator('textarea').inputValue()).toBe('tries again at three, j k c');
    await me.page.keyboard.press('Control+Enter');
    await me.page.locator('.just').waitFor();
    await me.page.keyboard.press('u');
    await me.page.getByText('Taken back').waitFor();
    expect(me.stand.commands.map(({ command, lead, body }) => ({ command, lead, body }))).toEqual([
      { command: 'claim', lead: 'daniel', body: { rep: 'ana', assignment: null } },
      {
        command: 'touchpoints',
        lead: 'daniel',
        body: { rep: 'ana', channel: 'call', direction: 'outbound', outcome: 'no_answer', note: 'tries again at three, j k c' },
      },
      { command: 'undo', lead: 'daniel', body: { rep: 'ana', event: { source: '/leadclock', id: 'event-touchpoints' } } },
    ]);
  });

  it('whoever is not interested is closed with the call, and open again when that is taken back', async () => {
    await me.open();
    const refusals = [{ status: 409, body: { reason: 'disputed', problem: 'not now' } }];
    me.stand.decide(({ command }) => (command === 'disqualify' && refusals.pop()) || done(`event-${command}`));
    await heading('María F.');
    await me.page.keyboard.press('l');
    await me.page.locator('.opt', { hasText: 'Not interested' }).getByText('closes the lead').waitFor();
    await me.page.keyboard.press('6');
    await me.page.getByText('The lead is closed with it.').waitFor();
    await me.page.keyboard.press('Control+Enter');
    await me.page.getByText('The call is logged, the lead is not closed yet. Try again').waitFor();
    await me.page.keyboard.press('Control+Enter');
    await me.page.locator('.just', { hasText: 'Not interested' }).waitFor();
    await me.page.keyboard.press('u');
    await me.page.getByText('Taken back').waitFor();
    const close = { command: 'disqualify', lead: 'maria', body: { rep: 'ana', reason: 'no_interest' } };
    const undone = (id: string) => ({ command: 'undo', lead: 'maria', body: { rep: 'ana', event: { source: '/leadclock', id } } });
    expect(me.stand.commands.map(({ command, lead, body }) => ({ command, lead, body }))).toEqual([
      {
        command: 'touchpoints',
        lead: 'maria',
        body: { rep: 'ana', channel: 'call', direction: 'outbound', outcome: 'connected', note: 'Not interested.' },
      },
      close,
      close,
      undone('event-touchpoints'),
      undone('event-disqualify'),
    ]);
    const keys = me.stand.commands.flatMap(({ command, key }) => (command === 'disqualify' ? [key] : []));
    expect(new Set(keys).size).toBe(1);
  });

  it('a closing that nobody confirmed goes out again under its own key, whatever is written since, and is taken back with the call', async () => {
    await me.open();
    let confirms = false;
    me.stand.decide(({ command }) => (command === 'disqualify' && !confirms ? { status: 503, body: {} } : done(`event-${command}`)));
    await heading('María F.');
    await me.page.keyboard.press('l');
    await me.page.keyboard.press('6');
    await me.page.keyboard.press('Control+Enter');
    await me.page.getByText('The call is logged, what goes with it is not confirmed. Try again').waitFor();
    expect(await me.page.locator('.sheet textarea').isDisabled()).toBe(true);
    await me.page.keyboard.press('2');
    confirms = true;
    await me.page.getByRole('button', { name: /^Save/ }).click();
    await me.page.locator('.just', { hasText: 'Not interested' }).waitFor();
    await me.page.keyboard.press('u');
    await me.page.getByText('Taken back').waitFor();
    expect(me.stand.commands.map(({ command }) => command)).toEqual(['touchpoints', 'disqualify', 'disqualify', 'undo', 'undo']);
    const keys = me.stand.commands.flatMap(({ command, key }) => (command === 'disqualify' ? [key] : []));
    expect(new Set(keys).size).toBe(1);
  });

  it('of a policy that no call answers, it says of a lead that is closed only that', async () => {
    await me.open();
    me.stand.know('/v1/leads/maria', { lead: 'maria', policy: { outbound: ['email'], inbound: [], actors: ['human'], unless: [] } });
    // the card has asked already
    await me.page.reload();
    await heading('María F.');
    await me.page.keyboard.press('l');
    await me.page.locator('.opt', { hasText: 'No answer' }).getByText('clock runs on').waitFor();
    await me.page.keyboard.press('6');
    await me.page.getByText('The lead is closed with it.').waitFor();
    expect((await me.page.locator('.foot p').innerText()).trim()).toBe('The lead is closed with it.');
  });

  it('a lead that somebody else has closed meanwhile is logged all the same', async () => {
    await me.open();
    me.stand.decide(({ command }) =>
      command === 'disqualify' ? { status: 409, body: { reason: 'closed', problem: 'the lead is closed' } } : done(`event-${command}`),
    );
    await heading('María F.');
    await me.page.keyboard.press('l');
    await me.page.keyboard.press('6');
    await me.page.keyboard.press('Control+Enter');
    await me.page.locator('.just', { hasText: 'Not interested' }).waitFor();
    await me.page.keyboard.press('u');
    await me.page.getByText('Taken back').waitFor();
    expect(me.stand.commands.map(({ command }) => command)).toEqual(['touchpoints', 'disqualify', 'undo']);
  });

  it.each([
    ['en', 'It was merged into another lead.', 'The server cannot do it now.', 'The server does not know this lead.'],
    ['es', 'Se ha unido a otro lead.', 'El servidor no puede hacerlo ahora.', 'El servidor no conoce este lead.'],
    ['ru', 'Он объединён с другим лидом.', 'Сервер сейчас не может этого сделать.', 'Сервер не знает этого лида.'],
  ] as const)('a call that was not saved says why in the language of the page: %s', async (language, merged, away, unknown) => {
    await me.open({ language });
    const answers = [
      [409, 'merged', merged],
      [429, 'busy', away],
      [404, 'none', unknown],
    ] as const;
    await me.page.locator('.lead h1').first().waitFor();
    await me.page.keyboard.press('l');
    await me.page.locator('.sheet .opt').first().waitFor();
    await me.page.keyboard.press('1');
    for (const [status, reason, words] of answers) {
      me.stand.decide(() => ({ status, body: { reason, problem: 'in English', detail: 'in English' } }));
      await me.page.keyboard.press('Control+Enter');
      const said = me.page.locator('.sheet [role=alert]', { hasText: words });
      await said.waitFor();
      expect(await said.textContent()).not.toContain('English');
    }
  });

  it('the sheet of a call says which outcomes stop the clock by the policy of the lead', async () => {
    await me.open();
    const policy = { outbound: ['call'], inbound: [], actors: ['human'], unless: ['wrong_number', 'no_answer'] };
    me.stand.know('/v1/leads/maria', { lead: 'maria', policy });
    await me.page.reload();
    await heading('María F.');
    await me.page.keyboard.press('l');
    await me.page.locator('.opt', { hasText: 'No answer' }).getByText('clock runs on').waitFor();
    expect(await me.page.locator('.opt', { hasText: 'stops the clock' }).count()).toBe(3);
    await me.page.keyboard.press('2');
    await me.page.getByText('The clock runs on: nobody was reached.').waitFor();
  });

  it('a sheet that stays open over another lead hears no key', async () => {
    await me.open();
    me.stand.decide(({ command }) => done(`event-${command}`));
    await heading('María F.');
    await me.page.keyboard.press('l');
    await me.page.getByRole('dialog', { name: 'Log a call' }).waitFor();
    await me.page.keyboard.press('1');
    await me.page.keyboard.press('j');
    await me.page.getByRole('dialog', { name: 'Log a call' }).waitFor({ state: 'detached' });
    await me.page.keyboard.press('Control+Enter');
    await me.page.keyboard.press('2');
    await me.page.keyboard.press('l');
    await me.page.getByRole('dialog', { name: 'Log a call' }).waitFor();
    expect(await me.page.locator('.sheet input:checked').count()).toBe(0);
    await me.page.keyboard.press('3');
    await me.page.keyboard.press('Control+Enter');
    await me.page.locator('.just').waitFor();
    expect(me.stand.commands.map(({ lead, body }) => `${lead} ${Object(body).outcome}`)).toEqual(['john voicemail']);
  });

  it('the queue is searched, and the keys are shown and turned off', async () => {
    await me.open();
    await me.page.keyboard.press('/');
    await me.page.keyboard.type('daniel');
    expect(await me.page.locator('.row').count()).toBe(1);
    await me.page.keyboard.press('Escape');
    await me.page.locator('.qh h1').waitFor();
    await me.page.locator('.brand').click();
    await me.page.keyboard.press('?');
    await me.page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await me.faults('keys')).toEqual([]);
    await me.page.getByText('Single keys work').click();
    await me.page.keyboard.press('Escape');
    await me.page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'detached' });
    await me.page.keyboard.press('/');
    expect(await me.page.locator('#search').count()).toBe(0);
  });
});

describe('on a phone', () => {
  const swipe = (to: number) =>
    me.row('daniel').evaluate((row, right) => {
      const at = (x: number) => new Touch({ identifier: 1, target: row, clientX: x, clientY: row.getBoundingClientRect().top + 20 });
      const send = (type: string, x: number | null) =>
        row.dispatchEvent(new TouchEvent(type, { bubbles: true, touches: x === null ? [] : [at(x)] }));
      send('touchstart', 20);
      for (let x = 20; x <= 20 + right; x += 10) send('touchmove', x);
      return new Promise<void>((next) => {
        requestAnimationFrame(() => {
          send('touchend', null);
          next();
        });
      });
    }, to);

  it('a swipe past the mark claims, a shorter one does not', async () => {
    await me.open({ size: phone });
    me.stand.decide(() => done('e'));
    await swipe(90);
    expect(me.stand.commands).toEqual([]);
    await swipe(120);
    await me.page.waitForFunction(() => document.querySelector('.swipe-under') === null);
    await me.page.locator('[id="row-daniel"]').click();
    await me.page.locator('.is-yours').waitFor();
    expect(me.stand.commands.map(({ command, lead }) => `${command} ${lead}`)).toEqual(['claim daniel']);
  });

  it('a lead is a page: the browser’s way back leads to the queue', async () => {
    await me.open({ size: phone });
    await me.page.locator('[id="row-daniel"]').click();
    await heading('Daniel R.');
    await me.page.goBack();
    await me.page.locator('.row').first().waitFor();
    expect(await me.page.locator('.lead').isVisible()).toBe(false);
  });
});

describe('the menu of a phone', () => {
  it('says who sits here, and has the languages and the other page', async () => {
    await me.open({ size: phone });
    await me.page.locator('.who-menu').click();
    await me.page.getByRole('menuitemradio', { name: 'Español' }).waitFor();
    expect(await me.faults('menu-phone')).toEqual([]);
    await me.page.getByRole('menuitemradio', { name: 'Español' }).click();
    await me.page.getByText('Míos, tarde').waitFor();
  });
});

describe('the language', () => {
  it('is remembered in this browser', async () => {
    await me.open({ size: desktop });
    await me.page.getByRole('button', { name: /Language/ }).click();
    await me.page.getByRole('menuitemradio', { name: 'Русский' }).click();
    await me.page.getByRole('link', { name: 'Мои лиды' }).waitFor();
    await me.page.goto(`${me.stand.url}/me?rep=ana`);
    await me.page.getByRole('link', { name: 'Мои лиды' }).waitFor();
    expect(await me.page.locator('html').getAttribute('lang')).toBe('ru');
  });
});
