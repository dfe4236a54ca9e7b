import { alertId } from '@leadclock/domain/alerts/identity.js';
import { raisedOf } from '@leadclock/read-model/queries/alerts.query.js';
import type { DueDeadline } from '@leadclock/read-model/queries/deadlines.query.js';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const Name = z.object({ source: z.string(), id: z.string() });

/** More rounds than this nobody is told of: something takes the alert back again and again. */
const mostRounds = 16;

const idOf = ({ lead, step, policy, clock }: DueDeadline, round: number): string =>
  alertId({
    lead,
    step,
    policy: policy === 'default' ? policy : Name.parse(JSON.parse(policy)),
    clock: clock === 'lead' ? clock : Name.parse(JSON.parse(clock)),
    round,
  });

/** The ids under which these deadlines are to be told: the first round that was not raised yet, if all before it were taken back. */
export async function idsToRaise(em: EntityManager, due: readonly DueDeadline[]): Promise<ReadonlyMap<DueDeadline, string>> {
  const found = new Map<DueDeadline, string>();
  let asked = due;
  for (let round = 1; round <= mostRounds && asked.length > 0; round++) {
    const ids = new Map(asked.map((deadline) => [deadline, idOf(deadline, round)]));
    const raised = await raisedOf(em, [...ids.values()]);
    for (const [deadline, id] of ids) if (!raised.has(id)) found.set(deadline, id);
    asked = asked.filter((deadline) => raised.get(ids.get(deadline) ?? '') === 'retracted');
  }
  return found;
}
