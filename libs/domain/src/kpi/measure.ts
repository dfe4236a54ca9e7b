import { type Aggregate, defineKpi } from './kpi.js';
import type { KpiWords } from './words.js';

type Own = 'name' | 'reads' | 'tallies';
type Free = 'dimensions' | 'readers' | 'takes' | 'excludes' | 'parameters' | 'shape';

const said = { title: '', formula: '', example: '' };
const noWords: KpiWords = { en: said, es: said, ru: said };

/** Defines an aggregate that is no KPI: nobody can ask for it, formulas are made of it. */
export const defineMeasure = (measure: Pick<Aggregate, Own> & Partial<Pick<Aggregate, Free>>): Aggregate =>
  defineKpi({ version: 1, unit: 'money', better: 'neither', words: noWords, dimensions: [], money: true, ...measure });
