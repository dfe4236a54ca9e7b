import { parseKpiWords } from './kpi-words.js';

const queryOf = (...words: string[]) => parseKpiWords(words).query.toString();

it('a flag is the parameter of its name, dashes for underscores', () => {
  expect(queryOf('--by', 'rep', '--as-of', '2026-11-01')).toBe('by=rep&as_of=2026-11-01');
  expect(queryOf('--as-of=2026-11-01')).toBe('as_of=2026-11-01');
});

it('a flag without a value is true, a flag given twice is a list', () => {
  expect(queryOf('--weighted', '--rep', 'ana', '--rep', 'luis')).toBe('weighted=true&rep=ana%2Cluis');
});

it('how the answer is shown is no parameter', () => {
  expect(parseKpiWords(['--json', '--rows', '--by', 'rep'])).toMatchObject({ as: 'json', what: 'rows' });
  expect(queryOf('--json', '--rows')).toBe('');
});

it('a word that is no flag is refused with an example', () => {
  expect(() => parseKpiWords(['rep'])).toThrow('rep is not a flag');
  expect(() => parseKpiWords(['--By', 'rep'])).toThrow('--By is not a flag');
});

it.each<[string[], string]>([
  [['--rows', '--trend'], '--rows and --trend exclude each other'],
  [['--compare', '--by', 'rep', '--explain'], '--compare and --explain exclude each other'],
  [['--milestones', '--compare'], '--compare and --milestones exclude each other'],
  [['--milestones', '--csv'], '--csv does not go with --milestones; allowed: --json'],
  [['--json', '--csv'], '--json and --csv exclude each other'],
  [['--jsonl'], '--jsonl does not go with an answer; allowed: --json, --csv'],
  [['--trend', '--csv'], '--csv does not go with --trend; allowed: --json'],
  [['--rows=yes'], '--rows takes no value'],
])('%j is refused with what is allowed', (words, problem) => {
  expect(() => parseKpiWords(words)).toThrow(problem);
});
