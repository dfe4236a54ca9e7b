import { WrongUse } from './exit-codes.js';

const formats = ['json', 'jsonl', 'csv'] as const;
const questions = ['rows', 'trend', 'compare', 'milestones', 'revisions', 'explain'] as const;
type Format = 'table' | (typeof formats)[number];
type Asked = 'answer' | (typeof questions)[number];

export interface KpiWords {
  readonly query: URLSearchParams;
  readonly as: Format;
  readonly what: Asked;
}

/** In which formats each question is answered. */
const formatsOf: Readonly<Record<Asked, readonly Format[]>> = {
  answer: ['table', 'json', 'csv'],
  rows: ['table', 'json', 'jsonl', 'csv'],
  trend: ['table', 'json'],
  compare: ['table', 'json'],
  milestones: ['table', 'json'],
  revisions: ['table', 'json'],
  explain: ['table', 'json'],
};

/**
 * The flags of `leadclock kpi`: `--as-of T` is the parameter `as_of=T`; a flag given several times is a list. Which parameters a KPI has
 * is known to the catalogue alone, so all but the formats and the questions go to the server, which names what is allowed.
 */
export function parseKpiWords(words: readonly string[]): KpiWords {
  const query = new URLSearchParams();
  const lists = new Map<string, string[]>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const [, dashed, joined] = /^--([a-z][a-z0-9-]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (dashed === undefined) throw new WrongUse(`${word} is not a flag: parameters are given as --name value, for example --by rep`);
    if (isShown(dashed)) {
      if (joined !== undefined) throw new WrongUse(`--${dashed} takes no value`);
      continue;
    }
    const next = words[i + 1];
    const value = joined ?? (next === undefined || next.startsWith('--') ? 'true' : next);
    if (joined === undefined && value === next) i++;
    const name = dashed.replaceAll('-', '_');
    lists.set(name, [...(lists.get(name) ?? []), value]);
  }
  for (const [name, values] of lists) query.set(name, values.join(','));
  const what = oneOf(questions, words) ?? 'answer';
  const as = oneOf(formats, words) ?? 'table';
  if (!formatsOf[what].includes(as)) {
    const allowed = formatsOf[what].filter((format) => format !== 'table').map((format) => `--${format}`);
    throw new WrongUse(`--${as} does not go with ${what === 'answer' ? 'an answer' : `--${what}`}; allowed: ${allowed.join(', ')}`);
  }
  return { query, as, what };
}

const shown: ReadonlySet<string> = new Set([...formats, ...questions]);
const isShown = (flag: string): boolean => shown.has(flag);

/** The one of these flags that is given; two of them exclude each other. */
function oneOf<Flag extends string>(flags: readonly Flag[], words: readonly string[]): Flag | null {
  const [given = null, other] = flags.filter((flag) => words.includes(`--${flag}`));
  if (other === undefined) return given;
  throw new WrongUse(`--${given} and --${other} exclude each other; allowed: one of ${flags.map((flag) => `--${flag}`).join(', ')}`);
}
