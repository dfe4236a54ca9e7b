import type { Part } from '@leadclock/domain/kpi/kpi.js';
import { counts, factSelection } from '@leadclock/domain/kpi/selection.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import { eachKnownFact } from './facts-as-known.js';
import type { Question } from './question.js';

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
