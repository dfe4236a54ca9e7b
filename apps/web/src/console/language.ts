import { i18n, type Messages } from '@lingui/core';
import { chooseLanguage, type Language } from '../i18n/locale.js';
import { messages as en } from '../locales/console/en.po';
import { messages as es } from '../locales/console/es.po';
import { messages as ru } from '../locales/console/ru.po';
import { linkStore } from './console-link.js';
import { remember, remembered } from './remembered.js';

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ru: 'Русский' };

/** Speaks the language of the address, else the one chosen here before, else the site's, else the browser's. */
function speak(): void {
  const asked = new URLSearchParams(window.location.search).get('lang') ?? remembered('language');
  const { site } = linkStore.getState();
  const language = chooseLanguage(asked, site === null || site.name === '' ? null : site.locale, navigator.language);
  if (i18n.locale === language) return;
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** Loads the texts of the page beside those of all consoles, and follows the site; to be called once. */
export function startSpeaking(own: Readonly<Record<Language, Messages>>): void {
  i18n.load({ en: { ...en, ...own.en }, es: { ...es, ...own.es }, ru: { ...ru, ...own.ru } });
  speak();
  linkStore.subscribe((view, before) => {
    if (view.site !== before.site) speak();
  });
}

/** Changes the language, and remembers that for this browser. */
export function chooseTo(language: Language): void {
  remember('language', language);
  const address = new URL(window.location.href);
  address.searchParams.delete('lang');
  window.history.replaceState(window.history.state, '', address);
  speak();
}
