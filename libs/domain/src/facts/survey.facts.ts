import type { FactMaker } from './facts-of.js';
import { namedCredit } from './named-credit.js';

/** Answers to surveys: `at` the answer, `value` its score 0 to 10, until the survey is answered again. */
export const surveyFacts: FactMaker = (rows, state, configuration) => {
  if (state.other === null) return;
  for (const [index, answer] of state.other.surveys.entries()) {
    const { at, score } = answer;
    const { rep, team } = namedCredit(configuration, answer, at);
    rows.add({ from: at, until: state.other.surveys[index + 1]?.at ?? null }, [], (row) => {
      row.at = at;
      row.value = score;
      row.rep = rep;
      row.team = team;
      row.product = null;
    });
  }
};
