export const languages = ['en', 'es', 'ru'] as const;
export type Language = (typeof languages)[number];

/** A locale tag that Intl takes, or null: kiosks report tags such as en-US@posix or C.UTF-8, which make Intl throw. */
export function safeLocale(tag: string): string | null {
  const cleaned = tag.replace(/[@.].*$/, '').replace(/_/g, '-');
  try {
    return Intl.getCanonicalLocales(cleaned)[0] ?? null;
  } catch {
    return null;
  }
}

const languageOf = (tag: string | null): Language | null => {
  const language = tag === null ? undefined : safeLocale(tag)?.split('-')[0];
  return languages.find((known) => known === language) ?? null;
};

/** The language to speak: asked for in the address, else the site's, else the browser's, else English. */
export const chooseLanguage = (asked: string | null, site: string | null, browser: string): Language =>
  languageOf(asked) ?? languageOf(site) ?? languageOf(browser) ?? 'en';

/** The locale for numbers and times: the language on screen in the site's region (Spanish in Mexico is es-MX: 1,234 and 2:32 p.m.). */
export function formattingLocale(language: Language, siteLocale: string): string {
  const site = safeLocale(siteLocale);
  if (site === null) return language;
  const [siteLanguage, ...rest] = site.split('-');
  if (siteLanguage === language) return site;
  const region = rest.find((part) => /^([A-Z]{2}|\d{3})$/.test(part));
  return region === undefined ? language : `${language}-${region}`;
}
