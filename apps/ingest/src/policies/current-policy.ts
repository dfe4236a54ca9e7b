import type { PlacedProblem } from '@leadclock/domain/configuration/asked-policies.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { versionIndex, versionsOf } from '@leadclock/domain/configuration/in-force.js';
import { policyData } from '@leadclock/domain/configuration/policy-data.js';
import type { PolicyEntry } from '@leadclock/domain/configuration/policy-entry.js';
import type { DataOf } from '@leadclock/domain/events/catalogue.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';

/** How a policy is by now; `settings` as POST /v1/policies takes them. */
export interface CurrentPolicy {
  readonly policy: string;
  /** how many there are: what `seen` has to say */
  readonly versions: number;
  /** the one in force, counted from 1; 0: there is none */
  readonly version: number;
  readonly effective_at: string | null;
  readonly settings: DataOf<'policy.set'> | null;
}

/** What is answered to who sets policies that others have set since he saw them. */
export function setMeanwhile(entries: readonly PolicyEntry[], conflicts: readonly number[], configuration: Configuration, at: number) {
  const problems: PlacedProblem[] = [];
  const current: CurrentPolicy[] = [];
  for (const index of conflicts) {
    const entry = entries[index];
    if (entry === undefined) continue;
    const told = currentPolicy(entry.policy, configuration, at);
    current.push(told);
    problems.push({
      index,
      path: '$.seen',
      problem: `is ${entry.seen}, but somebody has set this policy since: there are ${told.versions} versions by now; look at it again and set that`,
    });
  }
  return { problems, current };
}

function currentPolicy(policy: string, { policies }: Configuration, at: number): CurrentPolicy {
  const versions = versionsOf(policies, policy) ?? [];
  const index = versionIndex(versions, at);
  const version = versions[index];
  if (version === undefined) return { policy, versions: 0, version: 0, effective_at: null, settings: null };
  return {
    policy,
    versions: versions.length,
    version: index + 1,
    effective_at: writeInstant(version.effect),
    settings: policyData(version.value),
  };
}
