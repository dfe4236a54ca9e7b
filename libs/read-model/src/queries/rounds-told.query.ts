import type { PolicyName } from '@leadclock/domain/alerts/identity.js';
import { type Repeat, roundsOf } from '@leadclock/domain/alerts/next-round.js';
import type { ToldRound } from '@leadclock/domain/alerts/next-round-snoozed.js';
import { alertIdOf, type Told } from '@leadclock/domain/alerts/rounds.js';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { raisedOf } from './alerts.query.js';
import type { DueDeadline, LeadDeadline } from './deadlines.query.js';

const Name = z.object({ source: z.string(), id: z.string() });
const eventIn = (text: string): Exclude<PolicyName, 'default'> => Name.parse(JSON.parse(text));

/** The policy of a deadline, from what its row holds of it. */
export const policyOf = (policy: string): PolicyName => (policy === 'default' ? policy : eventIn(policy));

/** What names the alert of a deadline, from what its row holds of it. */
export const toldBy = ({ step, policy, clock }: LeadDeadline): Told => ({
  step,
  policy: policyOf(policy),
  clock: clock === 'lead' ? clock : eventIn(clock),
});

/** Rounds that are asked for at first: nearly always there was one. */
const fewRounds = 2;

/** How the rounds stand that were raised of each of these deadlines. */
export async function roundsTold(
  em: EntityManager,
  due: ReadonlyMap<DueDeadline, Repeat | null>,
): Promise<ReadonlyMap<DueDeadline, readonly ToldRound[]>> {
  const told = new Map<DueDeadline, ToldRound[]>([...due.keys()].map((deadline) => [deadline, []]));
  let asked = [...due];
  for (let from = 1, to = fewRounds; asked.length > 0; from = to + 1, to *= 4) {
    const ids = asked.map(([deadline, repeat]) => ({ deadline, ids: idsOf(deadline, from, Math.min(to, roundsOf(repeat))) }));
    const raised = await raisedOf(
      em,
      ids.flatMap((each) => each.ids),
    );
    for (const { deadline, ids: ofRounds } of ids) told.get(deadline)?.push(...ofRounds.flatMap((id) => raised.get(id) ?? []));
    const last = to;
    asked = asked.filter(([deadline, repeat]) => (told.get(deadline)?.length ?? 0) === last && last < roundsOf(repeat));
  }
  return told;
}

const idsOf = (deadline: DueDeadline, from: number, to: number): readonly string[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => alertIdOf(deadline.lead, toldBy(deadline), from + index));
