import { elapsedAt } from '../lead/clocks.js';
import type { FactMaker } from './facts-of.js';
import { leadRows } from './lead-credit.js';
import { noArrivalRows } from './no-arrival.js';
import { numbered, type RowFields } from './row.js';
import { inside, unansweredSpans } from './unanswered.js';

/** The bands of time to the first answer, in order: up to so many milliseconds, the last without a bound. */
const bounds: readonly (readonly [band: string, most: number])[] = [
  ['0-5', 300_000],
  ['5-15', 900_000],
  ['15-60', 3_600_000],
  ['60+', Number.POSITIVE_INFINITY],
];

/** All bands, in the order in which they are shown. */
export const bands: readonly string[] = [...bounds.map(([band]) => band), 'unanswered'];

/**
 * Which band a lead that arrived is in: `part` the band, `at` the arrival, credited like the arrival. `outcome` says on which
 * clock: null on both (mostly), else there is a row for `working` and one for `wall`. Excluded: `no_arrival`.
 */
export const bandFacts: FactMaker = (state, configuration, { judgements }) => {
  const at = state.arrivedAt;
  const rows = judgements.flatMap((judgement) => {
    const { clock, policy, answers } = judgement;
    const waiting = unansweredSpans({ ...judgement, early: [] }).map(({ from, until }) => ({
      span: { from, until },
      rows: [{ part: 'unanswered', at }],
    }));
    const answered = inside(judgement, answers).map(({ from, until, answer }) => {
      const { worked, waited } = elapsedAt(clock, policy.calendar, answer.at);
      return { span: { from, until }, rows: rowsOfBands(bandOf(worked), bandOf(waited), at) };
    });
    return [...waiting, ...answered].flatMap(({ span, rows: fields }) =>
      fields.flatMap((row) => leadRows('band', state, configuration, span, () => row)),
    );
  });
  return numbered([...noArrivalRows('band', state, configuration), ...rows]);
};

function rowsOfBands(working: string, wall: string, at: number | null): readonly RowFields[] {
  if (working === wall) return [{ part: working, at }];
  return [
    { part: working, outcome: 'working', at },
    { part: wall, outcome: 'wall', at },
  ];
}

const bandOf = (milliseconds: number): string => bounds.find(([, most]) => milliseconds <= most)?.[0] ?? '60+';
