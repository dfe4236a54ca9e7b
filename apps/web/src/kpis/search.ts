import type { Definition } from './answers.js';

/** Letters without their marks, in small: é is found by e, Ё by е. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The KPIs in which all words that were typed occur: in title, name, formula or section. */
export function found(kpis: readonly Definition[], typed: string, sectionWords: (section: string) => string): readonly Definition[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return kpis;
  return kpis.filter(({ title, name, formula, section }) => {
    const text = plain([title, name, formula, sectionWords(section)].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** KPIs under their sections, in the order in which they came. */
export function bySection(kpis: readonly Definition[]): readonly (readonly [string, readonly Definition[]])[] {
  const sections = new Map<string, Definition[]>();
  for (const kpi of kpis) sections.set(kpi.section, [...(sections.get(kpi.section) ?? []), kpi]);
  return [...sections];
}
