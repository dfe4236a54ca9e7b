import type { LinguiConfig } from '@lingui/conf';

const src = '<rootDir>/apps/web/src';

// what the wall says of boards, in the words of the pages
const wordsOfNumbers = ['console/source-words', 'team/stage-words', 'kpis/window-words', 'kpis/code-words', 'boards/beside-words'].map(
  (file) => `${src}/${file}.ts`,
);

// what a rep's own list says of disputes; the rest comes with the dialog
const disputesOnRows = ['dispute-tag', 'why-button'].map((file) => `${src}/team/disputes/${file}.tsx`);

/**
 * No fallback: with one, a text without its translation would pass the build in silence. Each page carries its own texts only (a wall must stay
 * small); the consoles share those of their bar.
 */
const config: LinguiConfig = {
  locales: ['en', 'es', 'ru'],
  sourceLocale: 'en',
  fallbackLocales: false,
  orderBy: 'origin',
  catalogs: [
    { path: `${src}/locales/{locale}`, include: [`${src}/clock`, `${src}/wall`, ...wordsOfNumbers] },
    { path: `${src}/locales/console/{locale}`, include: [`${src}/clock`, `${src}/console`] },
    { path: `${src}/locales/me/{locale}`, include: [`${src}/me`, ...disputesOnRows], exclude: [`${src}/me/later/**`] },
    { path: `${src}/locales/disputes/{locale}`, include: [`${src}/me/later/own-disputes.tsx`, `${src}/team/disputes`] },
    // what a rep does beside claiming, calling and logging comes once the page is drawn
    { path: `${src}/locales/loop/{locale}`, include: [`${src}/me/later`], exclude: [`${src}/me/later/own-disputes.tsx`] },
    // the same on each page that has them
    { path: `${src}/locales/notices/{locale}`, include: [`${src}/notices`] },
    { path: `${src}/locales/ringing/{locale}`, include: [`${src}/ringing`] },
    // whom an alert told is said as the what-if says it
    { path: `${src}/locales/team/{locale}`, include: [`${src}/team`, `${src}/alerts/what-if/told-words.ts`] },
    ...['form', 'policies', 'calendars', 'ways', 'what-if', 'staffing'].map((part) => ({
      path: `${src}/locales/${part}/{locale}`,
      include: [`${src}/alerts/${part}`],
    })),
    { path: `${src}/locales/alerts/{locale}`, include: ['page', 'place', 'ask-problem'].map((file) => `${src}/alerts/${file}.tsx`) },
    { path: `${src}/locales/kpis/{locale}`, include: [`${src}/kpis`, `${src}/boards`] },
  ],
  format: 'po',
};
export default config;
