import { sections } from '@leadclock/domain/kpi/catalogue.js';
import { isFormula, type Kpi } from '@leadclock/domain/kpi/kpi.js';
import { isLanguage, type Language, languages, type Words } from '@leadclock/domain/kpi/words.js';
import type { Answered, Params } from './answered.js';
import { hasMilestones } from './milestones.js';

/** One line of `GET /v1/kpis`. */
export interface CatalogueEntry extends Words {
  readonly name: string;
  /** what it is about: response, touches, funnel, closing or money */
  readonly section: string;
  readonly version: number;
  readonly unit: string;
  readonly better: string;
  readonly shape: string;
  readonly parameters: Readonly<Record<string, { readonly values: readonly string[]; readonly default: string }>>;
  readonly dimensions: readonly string[];
  readonly max_by: number;
  /** whether a target of it has milestones */
  readonly milestones: boolean;
  /** the kinds of fact that it reads; null: it is a formula over other figures */
  readonly reads: readonly string[] | null;
}

/** What can be asked, and how, in one of the product's languages (`lang`; left out: English); another one: which there are. */
export function catalogue({ lang = 'en', ...others }: Params): Answered<{ readonly kpis: readonly CatalogueEntry[] }> {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    return { ok: false, parameter: unknown, problem: `the catalogue has no parameter ${unknown}`, allowed: ['lang'] };
  if (typeof lang === 'string' && isLanguage(lang)) return { ok: true, body: { kpis: entries(lang) } };
  return { ok: false, parameter: 'lang', problem: `the catalogue is not written in ${[lang].flat().join(', ')}`, allowed: languages };
}

const entries = (language: Language): readonly CatalogueEntry[] =>
  Object.entries(sections).flatMap(([section, kpis]) => kpis.map((kpi) => entry(kpi, section, language)));

function entry(kpi: Kpi, section: string, language: Language): CatalogueEntry {
  const { name, version, words, unit, better, parameters, dimensions, maxBy, shape } = kpi;
  const usual = Object.fromEntries(Object.entries(parameters).map(([parameter, { default: value }]) => [parameter, value]));
  return {
    name,
    section,
    version,
    ...words[language],
    unit,
    better,
    shape: shape(usual),
    parameters,
    dimensions,
    max_by: maxBy,
    milestones: hasMilestones(kpi),
    reads: isFormula(kpi) ? null : kpi.reads,
  };
}
