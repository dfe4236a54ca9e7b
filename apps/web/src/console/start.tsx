import { i18n, type Messages } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { I18nProvider as WidgetLocale } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import type { Language } from '../i18n/locale.js';
import { startSpeaking } from './language.js';
import { followTheme } from './theme.js';
import { useFormattingLocale } from './use-console.js';
import '../fonts.css';
import './strong-fonts.css';
import '../tokens.css';
import './console.css';
import './top-bar.css';

/** The widgets' own words and dates in the page's language. */
function Spoken({ children }: { children: React.ReactNode }) {
  return <WidgetLocale locale={useFormattingLocale()}>{children}</WidgetLocale>;
}

/** Draws a console page with its own texts; to be called once, before its link is opened. */
export function startConsole(page: React.ReactNode, texts: Readonly<Record<Language, Messages>>): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no element with the id root');
  followTheme();
  startSpeaking(texts);
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Spoken>{page}</Spoken>
      </I18nProvider>
    </StrictMode>,
  );
}
