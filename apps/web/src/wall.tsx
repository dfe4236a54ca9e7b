import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseLanguage } from './i18n/locale.js';
import { listen } from './live/connection.js';
import { siteLocale, wallStore } from './live/wall-store.js';
import { messages as en } from './locales/en.po';
import { messages as es } from './locales/es.po';
import { messages as ru } from './locales/ru.po';
import { listenToKeys } from './wall/keys.js';
import { watchMoments } from './wall/moments/moments.js';
import { boardsShown } from './wall/scene/scene.js';
import { Wall } from './wall/wall.js';
import './fonts.css';
import './tokens.css';
import './wall/wall.css';
import './wall/today.css';
import './wall/board.css';
import './wall/moments.css';
import './wall/demo.css';

const AFTER_A_CRASH_MS = 10_000;

/** The site's language is known once its first snapshot came; until then the browser's stands in. */
function speak(): void {
  const asked = new URLSearchParams(window.location.search).get('lang');
  const language = chooseLanguage(asked, siteLocale(wallStore.getState()), navigator.language);
  if (i18n.locale === language) return;
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** `?theme=light`: for a bright room. */
if (new URLSearchParams(window.location.search).get('theme') === 'light') document.documentElement.dataset['theme'] = 'light';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no element with the id root');
i18n.load({ en, es, ru });
speak();
wallStore.subscribe(speak);
watchMoments();
listenToKeys();
// nobody stands by to press reload when a drawing fails
createRoot(root, { onUncaughtError: () => window.setTimeout(() => window.location.reload(), AFTER_A_CRASH_MS) }).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <Wall />
    </I18nProvider>
  </StrictMode>,
);
listen(boardsShown);
