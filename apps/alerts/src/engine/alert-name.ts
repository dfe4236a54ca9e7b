import type { PolicyName } from '@leadclock/domain/alerts/identity.js';
import { alertIdOf, MOST_ROUNDS, type Told } from '@leadclock/domain/alerts/rounds.js';
import { raisedOf } from '@leadclock/read-model/queries/alerts.query.js';
import type { DueDeadline, LeadDeadline } from '@leadclock/read-model/queries/deadlines.query.js';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const Name = z.object({ source: z.string(), id: z.string() });
const eventIn = (text: string): Exclude<PolicyName, 'default'> => Name.parse(JSON.parse(text));

/** What names the alert of a deadline, from what its row holds of it. */
export const toldBy = ({ step, policy, clock }: LeadDeadline): Told => ({
  step,
  policy: policy === 'default' ? policy : eventIn(policy),
  clock: clock === 'lead' ? clock : eventIn(clock),
});

/** The ids under which these deadlines are to be told: the first round that was not raised yet, if all before it were taken back. */
export async function idsToRaise(em: EntityManager, due: readonly DueDeadline[]): Promise<ReadonlyMap<DueDeadline, string>> {
  const found = new Map<DueDeadline, string>();
  let asked = due;
  for (let round = 1; round <= MOST_ROUNDS && asked.length > 0; round++) {
    const ids = new Map(asked.map((deadline) => [deadline, alertIdOf(deadline.lead, toldBy(deadline), round)]));
    const raised = await raisedOf(em, [...ids.values()]);
    for (const [deadline, id] of ids) if (!raised.has(id)) found.set(deadline, id);
    asked = asked.filter((deadline) => raised.get(ids.get(deadline) ?? '') === 'retracted');
  }
  return found;
}
