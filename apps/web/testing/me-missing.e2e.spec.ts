import { MePage } from './me-page.js';
import { alertOf, floorOf, type Language, maria } from './me-scenario.js';
import { PICTURE_TIME } from './scenario.js';

const me = new MePage();

beforeAll(() => me.prepare());
afterEach(() => me.close());
afterAll(() => me.end());

const promised = { ...maria, callBack: { event: { source: '/crm', id: 'p1' }, at: PICTURE_TIME + 3_600_000, by: 'ana' } };
const words: Readonly<Record<Language, readonly [lead: string, general: string, rep: string]>> = {
  en: ['The server does not know this lead.', 'The server does not know what this is about.', 'You are no rep of the site any more.'],
  es: ['El servidor no conoce este lead.', 'El servidor no sabe a qué se refiere esto.', 'Ya no estás entre los agentes.'],
  ru: ['Сервер не знает этого лида.', 'Сервер не знает, о чём речь.', 'Вас больше нет среди менеджеров.'],
};

/** Opens María, who is late and whom Ana has promised to call, on a server that knows of nothing any more. */
const open = async (language: Language): Promise<void> => {
  await me.open({ language, floor: { ...floorOf(language, [promised]), alerts: { a: alertOf(promised, { alert: 'a' }) } } });
  me.stand.know('/v1/leads/maria/alerts', {
    as_of: new Date(PICTURE_TIME).toISOString(),
    alerts: [{ alert: 'a', snooze_limit: { until: new Date(PICTURE_TIME + 3_600_000).toISOString(), by: 'policy' } }],
  });
  me.stand.decide(() => ({ status: 404, body: { detail: 'in English' } }));
  await me.page.locator('.lead h1', { hasText: 'María' }).waitFor();
  await me.page.locator('[data-key="putOff"]').waitFor();
};
const said = async (where: string, text: string): Promise<void> => {
  await me.page.locator(`${where} [role=alert]`).filter({ hasText: text }).waitFor();
};

describe.each(['en', 'es', 'ru'] as const)('what the server does not know, in %s', (language) => {
  const [lead, general, rep] = words[language];

  it('is not the lead when the alert that is put off is gone', async () => {
    await open(language);
    await me.page.keyboard.press('s');
    await me.page.locator('.sheet .opt').first().waitFor();
    await me.page.locator('.sheet .btn-primary').click();
    await said('.sheet', general);
    expect(await me.page.getByText(lead).count()).toBe(0);
    expect(await me.faults(`missing-alert-${language}`)).toEqual([]);
  });

  it('is not the lead when a promise is taken back that was written elsewhere', async () => {
    await open(language);
    await me.page.locator('.agreed button').last().click();
    await said('.loop', general);
    expect(me.stand.commands.map(({ command }) => command)).toEqual(['undo']);
    expect(await me.page.getByText(lead).count()).toBe(0);
  });

  it('is the rep when he says what he is doing', async () => {
    await open(language);
    await me.page.locator('[data-key="status"]').click();
    await me.page.getByRole('menuitemradio').last().click();
    await said('.status', rep);
    await me.picture(`missing-rep-${language}`);
    expect(await me.page.getByText(lead).count()).toBe(0);
  });
});
