/** The languages that the product speaks. */
export const languages = ['en', 'es', 'ru'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (text: string): text is Language => languages.some((known) => known === text);

/** How a KPI is explained to people in one language. */
export interface Words {
  /** a short name, as a tile shows it */
  readonly title: string;
  /** what the value is, in one or two sentences (KPIS.md) */
  readonly formula: string;
  /** a few events and the number they come to */
  readonly example: string;
}

/** A KPI says what it is in every language of the product, in its own file. */
export type KpiWords = Readonly<Record<Language, Words>>;
