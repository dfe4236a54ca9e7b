import { emptyConfiguration } from '../configuration/configuration.js';
import { noRates } from '../money/rates.js';
import { parseAsking } from './asking.js';
import { kpis } from './catalogue.js';
import { isFormula } from './kpi.js';
import { partsOf } from './parts.js';
import { isLanguage, languages } from './words.js';

describe.each(languages)('the words of every KPI in %s', (language) => {
  it.each(kpis.map((kpi) => [kpi.name, kpi] as const))('explain %s', (_name, { words }) => {
    const { title, formula, example } = words[language];
    expect([title, formula, example].filter((text) => text.trim() === '')).toEqual([]);
    // a tile has room for so much
    expect(title.length).toBeLessThanOrEqual(40);
  });

  it('give no two KPIs one title', () => {
    const titles = kpis.map(({ words }) => words[language].title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('write Russian in its letters and no other language in them', () => {
    const texts = kpis.flatMap(({ words }) => [words[language].title, words[language].formula]);
    expect(texts.filter((text) => /[а-яё]/i.test(text) !== (language === 'ru'))).toEqual([]);
  });
});

describe.each(languages)('the parts of formulas in %s', (language) => {
  const now = Date.UTC(2026, 10, 2);
  const context = { configuration: emptyConfiguration, rates: noRates };
  const parts = kpis.filter(isFormula).flatMap((kpi) => {
    const parsed = parseAsking(kpi, {}, { configuration: emptyConfiguration, now });
    if (!parsed.ok) throw new Error(parsed.problem);
    return partsOf(kpi, parsed.asking, context).map(({ of }) => of);
  });
  const titles = [...new Set(parts)].map(({ words }) => words[language].title);

  it('are called something, each part otherwise, Russian ones in its letters', () => {
    expect(titles.filter((title) => !/^\p{Lu}[\p{L} ,:/-]+$/u.test(title))).toEqual([]);
    expect(titles.filter((title) => /[а-яё]/i.test(title) !== (language === 'ru'))).toEqual([]);
  });
});

it('the languages are English, Spanish and Russian, and no other is known', () => {
  expect(['en', 'es', 'ru', 'de', 'EN', ''].filter(isLanguage)).toEqual(['en', 'es', 'ru']);
});
