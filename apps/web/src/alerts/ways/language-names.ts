/** The languages in which people are written to, each in its own name. */
export const languageNames: Readonly<Record<string, string>> = { en: 'English', es: 'Español', ru: 'Русский' };
