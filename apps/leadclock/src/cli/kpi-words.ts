import { WrongUse } from './exit-codes.js';

export interface KpiWords {
  readonly query: URLSearchParams;
  readonly as: 'table' | 'json' | 'csv';
  readonly what: 'answer' | 'rows' | 'trend';
}

/**
 * The flags of `leadclock kpi`: `--as-of T` is the parameter `as_of=T`; a flag given several times is a list. Which parameters a KPI has
 * is known to the catalogue alone, so all but these five go to the server, which names what is allowed.
 */
export function parseKpiWords(words: readonly string[]): KpiWords {
  const query = new URLSearchParams();
  let as: KpiWords['as'] = 'table';
  let what: KpiWords['what'] = 'answer';
  const lists = new Map<string, string[]>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const [, dashed, joined] = /^--([a-z][a-z0-9-]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (dashed === undefined) throw new WrongUse(`${word} is not a flag: parameters are given as --name value, for example --by rep`);
    if (dashed === 'json' || dashed === 'csv') as = dashed;
    else if (dashed === 'rows' || dashed === 'trend') what = dashed;
    else {
      const next = words[i + 1];
      const value = joined ?? (next === undefined || next.startsWith('--') ? 'true' : next);
      if (joined === undefined && value === next) i++;
      const name = dashed.replaceAll('-', '_');
      lists.set(name, [...(lists.get(name) ?? []), value]);
    }
  }
  for (const [name, values] of lists) query.set(name, values.join(','));
  return { query, as, what };
}
