import { until } from '@leadclock/runtime/testing/until.js';
import type { Page } from 'playwright-core';
import { alikeIn, latinIn, rawIn, textsOf } from './testing/said-words.js';
import { shows } from './testing/shown-number.js';
import { type WatchedFloor, watchFloor } from './testing/watched-floor.js';
import { floorNames, floorTime, wholeFloor } from './testing/whole-floor.js';

const browserAt = process.env['BROWSER_WS'];
const languages = ['en', 'es', 'ru'] as const;
type Language = (typeof languages)[number];

interface Definition {
  readonly name: string;
  readonly title: string;
  readonly formula: string;
  readonly example: string;
  readonly unit: string;
  readonly shape: string;
}
interface Group {
  readonly key: Readonly<Record<string, string | null>>;
  readonly value: number | null;
  readonly n: number;
  /** the one that the number is of */
  readonly lead?: string;
}
interface Explained {
  readonly row_count: number;
  readonly groups: readonly { readonly excluded: readonly { readonly words: string; readonly n: number }[] }[];
  readonly parts: readonly { readonly kpi: string | null; readonly row_count: number }[];
}

/** Words of the floor itself, which no language translates, and those of currencies, zones and kinds of files. */
const own = [...floorNames.flatMap((name) => name.split(' ')), 'EUR', 'CHF', 'US', 'CSV', 'Etc', 'GMT', 'UTC'];
/** Words that are the same in Spanish. */
const sameInSpanish = new Set([...own, 'no', 'leads', 'Leads', 'Lead', 'lead']);
/** A board holds no more. */
const MOST_TILES = 24;
/** A tile shows so many lines of its groups. */
const MOST_LINES = 8;

if (browserAt === undefined) {
  it.skip('SKIPPED: needs a browser (CHROME_PATH, Chromium, or npx playwright-core install chromium)', () => undefined);
} else {
  const time = floorTime(Date.now());
  const events = wholeFloor(time);
  const leads = new Set(events.flatMap(({ type, subject }) => (/^(lead|touchpoint|deal)\./.test(type) ? [subject] : [])));
  let floor: WatchedFloor;
  let page: Page;
  let catalogue: Readonly<Record<Language, readonly Definition[]>>;
  /** what each page says in English */
  const inEnglish = new Map<string, ReadonlySet<string>>();

  const asked = ({ shape }: Definition): Readonly<Record<string, string>> => (shape === 'flow' ? time.period : {});
  const readJson = async (address: string) => (await fetch(`${floor.url}${address}`)).json();
  const search = (kpi: Definition, more: Readonly<Record<string, string>> = {}): string =>
    new URLSearchParams({ ...asked(kpi), ...more }).toString();
  const groupsOf = async (kpi: Definition): Promise<readonly Group[]> => (await readJson(`/v1/kpis/${kpi.name}?${search(kpi)}`)).groups;
  const isSeries = (groups: readonly Group[]): boolean => groups.some(({ key }) => Object.keys(key).length > 0);

  beforeAll(async () => {
    floor = await watchFloor(browserAt, events);
    page = floor.page;
    const lists = languages.map(async (language) => [language, (await readJson(`/v1/kpis?lang=${language}`)).kpis] as const);
    catalogue = Object.fromEntries(await Promise.all(lists)) as typeof catalogue;
    for (let first = 0; first < catalogue.en.length; first += MOST_TILES) {
      const tiles = catalogue.en
        .slice(first, first + MOST_TILES)
        .map((kpi) => ({ id: kpi.name, kpi: kpi.name, form: 'number', params: asked(kpi) }));
      await floor.keepBoard(`board-${first / MOST_TILES}`, 0, { name: `${first / MOST_TILES}`, tiles });
    }
    // the last number that the floor gives a value to: its alert is raised once all is read
    await until('a value of every number', async () => {
      const groups = await Promise.all(catalogue.en.map(groupsOf));
      const without = catalogue.en.filter((_, index) => !groups[index]?.some(({ value, n }) => value !== null && n > 0));
      return without.length === 0 ? true : Promise.reject(new Error(without.map(({ name }) => name).join(', ')));
    });
  }, 120_000);
  afterAll(() => floor?.stop());
  beforeEach(() => floor.calm());

  const tiles = () => page.locator('.tile');
  const boardOf = (index: number): string => `/boards/board-${Math.floor(index / MOST_TILES)}`;
  const openBoard = async (index: number, language: Language): Promise<void> => {
    await floor.open(`${boardOf(index)}?lang=${language}`);
    await tiles().first().waitFor();
  };

  /** Where a tile says something else than HTTP: its title, a value, how many stand behind; null: nowhere. */
  async function tileFault(index: number, kpi: Definition, language: Language): Promise<string | null> {
    const tile = tiles().nth(index % MOST_TILES);
    const groups = await groupsOf(kpi);
    const said = (await tile.innerText()).replaceAll(/\s+/g, ' ');
    const fault = `${kpi.name}: ${said} for ${JSON.stringify(groups)}`;
    if (!said.startsWith(kpi.title)) return fault;
    const values = await tile.locator(isSeries(groups) ? 'tbody .col-value b' : '.figure-line b').allInnerTexts();
    const shown = isSeries(groups) ? groups.slice(0, MOST_LINES) : groups.slice(0, 1);
    if (values.length !== shown.length || shown.some(({ value }, at) => !shows(values[at] ?? '', value, kpi.unit, language))) return fault;
    const [{ value, n }] = [shown[0] ?? { value: null, n: 0 }];
    return isSeries(groups) || n === value || said.includes(`n = ${n}`) ? null : fault;
  }

  const tileRight = (index: number, kpi: Definition, language: Language): Promise<true> =>
    until(`the tile of ${kpi.name}`, async () => {
      const fault = await tileFault(index, kpi, language);
      return fault === null ? true : Promise.reject(new Error(fault));
    });

  /** What is wrong with the words of the page. `place` names it among all pages. */
  async function wordFaults(place: string, language: Language): Promise<readonly string[]> {
    const texts = await textsOf(page);
    if (language === 'en') inEnglish.set(place, texts);
    const latin = new Set([
      ...own,
      ...catalogue.ru.flatMap(
        (one) =>
          Object.values(one)
            .join(' ')
            .match(/[A-Za-z]{2,}/g) ?? [],
      ),
    ]);
    return [
      ...rawIn(texts),
      ...(language === 'ru' ? latinIn(texts, latin) : []),
      ...(language === 'es' ? alikeIn(texts, inEnglish.get(place) ?? new Set(), sameInSpanish) : []),
      ...(await floor.plainFaults()),
    ].map((fault) => `${language} ${place}: ${fault}`);
  }

  /** The page of a number says what it is, of what it is made, and why what is left out is left out. */
  async function readNumber(kpi: Definition, explained: Explained, [group]: readonly Group[]): Promise<void> {
    await page.getByRole('heading', { level: 1, name: kpi.title, exact: true }).waitFor();
    await page.locator('.headline .figure-line').waitFor();
    await page.locator('.formula', { hasText: kpi.formula }).waitFor();
    await page.locator('.about dd', { hasText: kpi.example }).waitFor();
    for (const { n, words } of explained.groups[0]?.excluded ?? [])
      if (n > 0)
        await page
          .locator('.excluded .tag', { hasText: words })
          .filter({ hasText: String(n) })
          .waitFor();
    // who a lead is, is asked for once the number is there
    if (group?.lead !== undefined) await page.locator('.headline p > a').filter({ hasNotText: group.lead }).first().waitFor();
    const others = explained.parts.filter((part) => part.kpi !== kpi.name);
    if (others.length > 0)
      await page
        .locator('.compared tr')
        .nth(others.length - 1)
        .waitFor();
  }

  /** The rows behind the number, all of them: as many as are said to be, and as many that count as stand behind the number. */
  async function openRows(groups: readonly Group[], explained: Explained): Promise<readonly string[]> {
    await page.locator('.kpi-tabs a').nth(1).click();
    const rows = page.locator('.row-table tbody tr');
    await rows.first().waitFor();
    // a hundred stand on a page
    for (let shown = 100; shown < explained.row_count; shown += 100) {
      await page.locator('.rows .more').click();
      await rows.nth(Math.min(shown + 100, explained.row_count) - 1).waitFor();
    }
    if ((await rows.count()) !== explained.row_count) return [`${await rows.count()} rows of ${explained.row_count}`];
    if (explained.parts.length > 0) return [];
    const counting = await page.locator('.row-table tbody tr:not(.is-excluded)').count();
    const behind = [groups.reduce((sum, { n }) => sum + n, 0), groups[0]?.n];
    return behind.includes(counting) ? [] : [`${counting} rows count, of n = ${behind.join(' or ')}`];
  }

  /** From the first row of a lead to the lead and its timeline; rows of what is no lead lead nowhere, and say what they are. */
  async function openLead(kpi: Definition, { row_count: count }: Explained): Promise<readonly string[]> {
    const { rows }: { rows: readonly { readonly subject: string }[] } = await readJson(
      `/v1/kpis/${kpi.name}/rows?${search(kpi, { limit: '1000' })}`,
    );
    const ofLeads = rows.filter(({ subject }) => leads.has(subject)).length;
    const links = page.locator('.row-table tbody th a');
    // who a lead is, is asked for once its rows are there
    if (ofLeads > 0) await links.nth(ofLeads - 1).waitFor();
    const what = await page.locator('.row-table tbody td:nth-child(3)').allInnerTexts();
    const faults =
      (await links.count()) === ofLeads && what.length === count && what.every((text) => text !== '') ? [] : ['rows of nothing'];
    if (ofLeads === 0) return faults;
    await links.first().click();
    await page.waitForURL(/lead=/);
    await page.locator('.drill .tl li').first().waitFor();
    return [...faults, ...rawIn(await textsOf(page, '.drill'))];
  }

  /** From a tile to the page of its number, as people go; the words of other languages are read by the address, which a board need not be drawn for. */
  async function openNumber(index: number, kpi: Definition, language: Language): Promise<void> {
    if (language === 'en')
      return tiles()
        .nth(index % MOST_TILES)
        .getByRole('link')
        .first()
        .click();
    const address = JSON.stringify(`/kpis/${kpi.name}?${search(kpi, { lang: language })}`);
    await page.evaluate(`history.pushState({}, '', ${address}); dispatchEvent(new PopStateEvent('popstate'))`);
  }

  const backToBoard = async (): Promise<void> => {
    while (!new URL(page.url()).pathname.startsWith('/boards')) await page.goBack();
    await tiles().first().waitFor();
  };

  it.each(languages)(
    'in %s a board says of every number what HTTP says',
    async (language) => {
      for (let first = 0; first < catalogue[language].length; first += MOST_TILES) {
        await openBoard(first, language);
        const onBoard = catalogue[language].slice(first, first + MOST_TILES);
        await Promise.all(onBoard.map((kpi, at) => tileRight(first + at, kpi, language)));
        expect(await wordFaults(`board ${first}`, language)).toEqual([]);
        expect(await floor.faults()).toEqual([]);
      }
    },
    120_000,
  );

  const sizes = (explained: Explained, groups: readonly Group[]): string => JSON.stringify([explained.row_count, groups.map(({ n }) => n)]);

  it.each(languages)(
    'in %s every number has a page in words, and its rows, and a row leads to its lead',
    async (language) => {
      const faults: string[] = [];
      await openBoard(0, language);
      for (const [index, kpi] of catalogue[language].entries()) {
        if (language === 'en' && index % MOST_TILES === 0) await openBoard(index, language);
        const address = search(kpi, { lang: language });
        const [explained, groups] = await Promise.all([readJson(`/v1/kpis/${kpi.name}/explain?${address}`), groupsOf(kpi)]);
        await openNumber(index, kpi, language);
        await readNumber(kpi, explained, groups);
        faults.push(...(await wordFaults(`${kpi.name}, answer`, language)));
        const ofRows = await openRows(groups, explained);
        faults.push(...(await wordFaults(`${kpi.name}, rows`, language)));
        const ofLead = language === 'en' ? await openLead(kpi, explained) : [];
        // a lead of the floor becomes late while this goes on: rows of another moment are no fault
        const later = await Promise.all([readJson(`/v1/kpis/${kpi.name}/explain?${address}`), groupsOf(kpi)]);
        const ofMoment = sizes(...later) === sizes(explained, groups) ? ofRows : [];
        faults.push(...[...ofMoment, ...ofLead].map((fault) => `${language} ${kpi.name}: ${fault}`));
        if (language === 'en') await backToBoard();
      }
      expect(faults).toEqual([]);
    },
    240_000,
  );
}
