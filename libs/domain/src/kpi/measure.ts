import { type Aggregate, defineKpi } from './kpi.js';
import type { KpiWords, Language, Words } from './words.js';

type Own = 'name' | 'reads' | 'tallies';
type Free = 'dimensions' | 'readers' | 'takes' | 'excludes' | 'leaves' | 'parameters' | 'shape';

/** What it is called where a formula is explained. */
type Titles = Readonly<Record<Language, string>>;

const said = (title: string): Words => ({ title, formula: '', example: '' });
const wordsOf = ({ en, es, ru }: Titles): KpiWords => ({ en: said(en), es: said(es), ru: said(ru) });

/** Defines an aggregate that is no KPI: nobody can ask for it, formulas are made of it. */
export const defineMeasure = ({
  titles,
  ...measure
}: Pick<Aggregate, Own> & Partial<Pick<Aggregate, Free>> & { readonly titles: Titles }): Aggregate =>
  defineKpi({ version: 1, unit: 'money', better: 'neither', words: wordsOf(titles), dimensions: [], money: true, ...measure });
