import fc from 'fast-check';
import { anyEvent } from '../events/testing/any-event.js';
import { noRates } from '../money/rates.js';
import { knownFrom } from '../testing/known-facts.js';
import { parseAsking } from './asking.js';
import { kpis } from './catalogue.js';
import { churnRate } from './churn-rate.kpi.js';
import { customerAcquisitionCost } from './customer-acquisition-cost.kpi.js';
import { customerRetention } from './customer-retention.kpi.js';
import { fillFormula } from './filled-formula.js';
import type { Kpi, Unit } from './kpi.js';
import { leadsCreated } from './leads-created.kpi.js';
import { openAnswer } from './parts.js';
import type { GroupAnswer } from './running-answer.js';
import { counts } from './selection.js';
import type { Language } from './words.js';

const group = (value: number | null, n: number, fields: Record<string, number | string | null> = {}): GroupAnswer => ({
  key: {},
  value,
  n,
  excluded: {},
  ...fields,
});
const none = () => undefined;
const filled = (
  unit: Unit,
  template: string | null,
  given: GroupAnswer,
  language: Language = 'en',
  part: typeof none | (() => GroupAnswer) = none,
) => fillFormula({ ...leadsCreated, unit, filled: () => template }, {}, given, part, language);

describe('a filled-in formula', () => {
  it('has its numbers where their names stood, and what they come to', () => {
    expect(filled('ratio', '{met} / ({met} + {breached})', group(0.75, 4, { met: 3, breached: 1 }))).toBe('3 / (3 + 1) = 0.75');
  });

  it('takes a part of a formula by its name, its value or a field', () => {
    const cycle = () => group(5, 2, { mean: 8 });
    expect(filled('money/day', '{n} × {cycle} / {cycle.mean}', group(1.25, 2), 'en', cycle)).toBe('2 × 5 / 8 = 1.25');
    expect(filled('money', '{spend} / {n}', group(null, 0))).toBe('– / 0 = –');
  });

  it('takes a field of a part though the group has one of the part’s name, and says where there is none', () => {
    const cycle = () => group(5, 2, { mean: 8, p90: 13 });
    expect(filled('money', '{cycle} / {cycle.mean} / {cycle.p90}', group(3, 2, { cycle: 24 }), 'en', cycle)).toBe('24 / 8 / 13 = 3');
    expect(filled('money', '{cycle.mode}', group(3, 2), 'en', cycle)).toBe('– = 3');
    expect(filled('money', '{currency} {n}', group(3, 2, { currency: 'EUR' }))).toBe('EUR 2 = 3');
  });

  it('has six digits of what is below one, and six places of what is not', () => {
    expect(filled('ratio', '{a}', group(1 / 81, 9, { a: 1 / 81 }))).toBe('0.0123457 = 0.0123457');
    expect(filled('points', '{a}', group(-1 / 81, 9, { a: 100 / 81 }))).toBe('1.234568 = −0.0123457');
  });

  it('writes numbers as its language does', () => {
    expect(filled('ratio', '{met} / {n}', group(1 / 3, 3, { met: 1 }), 'ru')).toBe('1 / 3 = 0,333333');
    expect(filled('money', '{a} - {b}', group(-1234.5, 3, { a: 0, b: 1234.5 }), 'es')).toBe('0 - 1234,5 = −1234,5');
  });

  it.each<[string, Unit, GroupAnswer]>([
    ['the median of 3 = 120', 's', group(120, 3, { median: 120 })],
    ['2 / 3 = 0.666667', 'ratio', group(2 / 3, 3)],
    ['4 / 10 = 0.4', 'leads', group(4, 10, { share: 0.4 })],
    ['the sum of 2 = 1500.5', 'money', group(1500.5, 2)],
    ['the longest of 2 = 60', 's', group(60, 2, { lead: 'ada' })],
    ['counted: 7 = 7', 'leads', group(7, 7)],
    ['reckoned from 6 = 16.666667', 'points', group(50 / 3, 6)],
    ['reckoned from 3 = 0.5', 'ratio', group(0.5, 3)],
    ['reckoned from 0 = –', 'ratio', group(null, 0)],
  ])('without a template says what kind of figure it is: %s', (expected, unit, given) => {
    expect(filled(unit, null, given)).toBe(expected);
  });

  it.each<[Language, readonly string[]]>([
    [
      'es',
      [
        'la mediana de 3 = 120',
        'la suma de 2 = 1500,5',
        'el más largo de 2 = 60',
        'contados: 7 = 7',
        'calculado a partir de 6 = 16,666667',
      ],
    ],
    [
      'ru',
      [
        'медиана, значений: 3 = 120',
        'сумма, слагаемых: 2 = 1500,5',
        'самое долгое, всего: 2 = 60',
        'подсчитано: 7 = 7',
        'рассчитано, исходных значений: 6 = 16,666667',
      ],
    ],
  ])('says so in %s', (language, expected) => {
    const figures: readonly [Unit, GroupAnswer][] = [
      ['s', group(120, 3, { median: 120 })],
      ['money', group(1500.5, 2)],
      ['s', group(60, 2, { lead: 'ada' })],
      ['leads', group(7, 7)],
      ['points', group(50 / 3, 6)],
    ];
    expect(figures.map(([unit, given]) => filled(unit, null, given, language))).toEqual(expected);
  });

  it('of a formula is reckoned, whatever its figure could be counted from', () => {
    const formula = (unit: Unit, given: GroupAnswer) =>
      fillFormula({ ...customerAcquisitionCost, unit, filled: () => null }, {}, given, none, 'en');
    expect(formula('ratio', group(0.5, 4))).toBe('reckoned from 4 = 0.5');
    expect(formula('money', group(300, 3))).toBe('reckoned from 3 = 300');
  });
});

it('what was lost is told as customers of customers, or as money of money', () => {
  const told = (kpi: Kpi, basis: string, value: number, lost: number) =>
    fillFormula(kpi, { basis }, group(value, 4, { lost, total: 100 }), none, 'en');
  expect(told(churnRate, 'customers', 0.25, 1)).toBe('1 / 4 = 0.25');
  expect(told(customerRetention, 'customers', 0.75, 1)).toBe('(4 − 1) / 4 = 0.75');
  expect(told(churnRate, 'revenue', 0.7, 70)).toBe('70 / 100 = 0.7');
  expect(told(customerRetention, 'revenue', 0.3, 70)).toBe('(100 − 70) / 100 = 0.3');
});

it('the arithmetic of every template comes to the value', () => {
  const events = fc.array(anyEvent({ subjects: ['lead-1', 'lead-2', 'lead-3'] }), { minLength: 20, maxLength: 60, size: 'max' });
  const templates = kpis.filter((kpi) => kpi.filled({}) !== null);
  expect(templates.length).toBeGreaterThan(1);
  fc.assert(
    fc.property(events, (told) => {
      const { facts, configuration } = knownFrom(told);
      const context = { configuration, rates: noRates };
      for (const kpi of templates) {
        const parsed = parseAsking(kpi, {}, { configuration, now: Date.UTC(2027, 0, 1) });
        if (!parsed.ok) throw new Error(parsed.problem);
        const opened = openAnswer(kpi, parsed.asking, context);
        for (const { of, asking, running } of opened.parts) for (const fact of facts.filter(counts(of, asking))) running.add(fact);
        for (const answer of opened.groups(parsed.asking.asOf)) {
          if (answer.value === null) continue;
          const part = (name: string) => {
            const found = opened.parts.find((known) => known.name === name);
            return found?.running.groups(found.asking.asOf)[0];
          };
          const [sum = '', value = ''] = fillFormula(kpi, parsed.asking.params, answer, part, 'en').split(' = ');
          const comesTo = Number(value.replace('−', '-'));
          expect([kpi.name, sum, reckoned(sum) / (comesTo || 1)]).toEqual([kpi.name, sum, expect.closeTo(comesTo === 0 ? 0 : 1, 4)]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

/** What a text of numbers, brackets and + − × / comes to. */
function reckoned(text: string): number {
  const words = text.match(/[\d.]+|[-+−×/()]/g) ?? [];
  let place = 0;
  const factor = (): number => {
    const word = words[place++] ?? '';
    if (word === '−' || word === '-') return -factor();
    if (word !== '(') return Number(word);
    const inside = sum();
    place++;
    return inside;
  };
  const product = (): number => {
    let value = factor();
    while (words[place] === '×' || words[place] === '/') value = words[place++] === '×' ? value * factor() : value / factor();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (words[place] === '+' || words[place] === '−' || words[place] === '-')
      value = words[place++] === '+' ? value + product() : value - product();
    return value;
  };
  return sum();
}
