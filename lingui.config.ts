import type { LinguiConfig } from '@lingui/conf';

/** No fallback: with one, a text without its translation would pass the build in silence. */
const config: LinguiConfig = {
  locales: ['en', 'es', 'ru'],
  sourceLocale: 'en',
  fallbackLocales: false,
  orderBy: 'origin',
  catalogs: [{ path: '<rootDir>/apps/web/src/locales/{locale}', include: ['<rootDir>/apps/web/src'] }],
  format: 'po',
};
export default config;
