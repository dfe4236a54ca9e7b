import type { FactReader } from '@leadclock/domain/kpi/columns-read.js';
import type { Part } from '@leadclock/domain/kpi/kpi.js';
import type { RunningAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { belongsNow, counts, factSelection } from '@leadclock/domain/kpi/selection.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import type { PartReader } from './alike-facts.js';
import { eachKnownFact, tallyKnownFacts } from './facts-as-known.js';
import type { Question } from './question.js';

/** Where the facts of a part go, those that say the same at once. */
export type PartTally = Pick<FactReader, 'add' | 'addSum'>;

/** The tally of answers that are made side by side: each has them all. */
export function tallyInto(...answers: readonly RunningAnswer[]): PartTally {
  const add: PartTally['add'] = (fact, times) => {
    for (const answer of answers) answer.add(fact, times);
  };
  if (answers.some(({ addSum }) => addSum === undefined)) return { add };
  return {
    add,
    addSum: (fact, times) => {
      for (const answer of answers) answer.addSum?.(fact, times);
    },
  };
}

/**
 * Streams the facts that count in a part of a question into a tally, those left out too. `begin` makes another that has read nothing yet, to see
 * what is read; `use` tells apart tallies that read differently. Within `untilAllRead`.
 */
export async function tallyPart(
  { world, knowledge }: Question,
  { of, asking }: Pick<Part, 'of' | 'asking'>,
  use: PartReader['use'],
  tally: PartTally,
  begin: () => PartTally,
): Promise<void> {
  const takes = belongsNow(of, asking);
  const reader = ({ add, addSum }: PartTally): FactReader => ({ takes, add, addSum });
  await tallyKnownFacts(world, knowledge, factSelection(of, asking), { use, of, asking, again: () => reader(begin()), ...reader(tally) });
}

/** Hands over the facts that count in a part of a question, those left out too, in whichever order. Each is to be read on the spot. */
export async function eachFactOfPart(
  { world, knowledge }: Question,
  { of, asking }: Pick<Part, 'of' | 'asking'>,
  onFact: (fact: FactView) => void,
): Promise<void> {
  const isCounted = counts(of, asking);
  await eachKnownFact(world, knowledge, factSelection(of, asking), (fact) => {
    if (isCounted(fact)) onFact(fact);
  });
}
