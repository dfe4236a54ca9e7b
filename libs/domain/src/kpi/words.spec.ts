import { kpis } from './catalogue.js';
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

it('the languages are English, Spanish and Russian, and no other is known', () => {
  expect(['en', 'es', 'ru', 'de', 'EN', ''].filter(isLanguage)).toEqual(['en', 'es', 'ru']);
});
