import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import { inForce, versionsOf } from '@leadclock/domain/configuration/in-force.js';
import type { EntityManager } from 'typeorm';
import { currentSet } from '../sets/current-set.js';
import { configurationEventsOf } from './events.query.js';
import type { Snapshot } from './snapshot.js';

/** Whether the site names its reps, and this is none of them at an instant (epoch ms), or none any more. */
export async function isRepGone(snapshot: Snapshot, rep: string, now: number): Promise<boolean> {
  const { reps } = buildConfiguration(await configurationEventsOf(snapshot, rep));
  const settings = inForce(versionsOf(reps, rep), now);
  return settings === null ? namesReps(snapshot) : !settings.active;
}

/** The same, of the set that is read now. */
export const isRepGoneNow = async (em: EntityManager, rep: string, now: number): Promise<boolean> =>
  isRepGone({ em, set: await currentSet(em) }, rep, now);

async function namesReps({ em, set }: Snapshot): Promise<boolean> {
  const [row] = await em.query<{ named: boolean }[]>(
    `select exists (select from ${set.name}.config_event where type = 'rep.set') as named`,
  );
  return row?.named === true;
}
