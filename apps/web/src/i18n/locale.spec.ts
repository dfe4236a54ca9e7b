import { chooseLanguage, formattingLocale, safeLocale } from './locale.js';

describe('a locale tag', () => {
  it.each([
    ['en-US@posix', 'en-US'],
    ['ru_RU.UTF-8', 'ru-RU'],
    ['es-mx', 'es-MX'],
    ['C', null],
    ['', null],
    ['not a tag', null],
  ])('%p is read as %p', (tag, locale) => {
    expect(safeLocale(tag)).toBe(locale);
  });
});

describe('the language', () => {
  it('is the one asked for, else that of the site, else of the browser, else English', () => {
    expect(chooseLanguage('ru', 'es-ES', 'en-US')).toBe('ru');
    expect(chooseLanguage('fr', 'es-ES', 'en-US')).toBe('es');
    expect(chooseLanguage(null, null, 'ru-RU@posix')).toBe('ru');
    expect(chooseLanguage(null, 'de-DE', 'C')).toBe('en');
  });
});

describe('the locale of numbers', () => {
  it('is the language on screen in the region of the site', () => {
    expect(formattingLocale('es', 'es-MX')).toBe('es-MX');
    expect(formattingLocale('en', 'es-MX')).toBe('en-MX');
    expect(formattingLocale('ru', 'sr-Latn-RS')).toBe('ru-RS');
    expect(formattingLocale('ru', 'en')).toBe('ru');
    expect(formattingLocale('ru', '???')).toBe('ru');
  });
});
