import type { DataOf } from '../events/catalogue.js';
import { writeInstant } from '../events/instant.js';
import type { PolicySettings, Version } from './configuration.js';
import { inForce } from './in-force.js';
import { policyData } from './policy-data.js';

/**
 * What is told to take a policy away from `effect` on: a version that is removed then, and one at every later instant at which the policy would come back,
 * since what was to come is taken away as well. Each repeats what it takes away. Empty: it is none from then on.
 */
export function endsOf(
  versions: readonly Version<PolicySettings>[],
  effect: number,
  from: string | undefined,
): readonly DataOf<'policy.set'>[] {
  const later = versions.map((version) => version.effect).filter((instant) => instant > effect);
  const instants = [effect, ...new Set(later)];
  return instants.flatMap((instant): DataOf<'policy.set'>[] => {
    const settings = inForce(versions, instant);
    if (settings === null || settings.removed) return [];
    const isFirst = instant === effect;
    const effective_from = isFirst ? from : writeInstant(instant);
    return [{ ...policyData(settings), removed: true, ...(effective_from !== undefined && { effective_from }) }];
  });
}
