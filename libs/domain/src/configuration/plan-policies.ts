import { instantOf, writeInstant } from '../events/instant.js';
import { compareUtf8 } from '../events/order.js';
import type { Configuration, PolicySettings, Version } from './configuration.js';
import { inForce, versionInForce, versionsOf } from './in-force.js';
import type { PolicyEntry } from './policy-entry.js';
import { orderAt, policyProblems, type SettingProblem } from './policy-problems.js';
import { endsOf } from './policy-removal.js';
import { policySettings } from './settings.js';

/** What setting a policy comes to. */
export interface PlannedPolicy extends PolicyEntry {
  readonly change: 'added' | 'changed' | 'removed' | 'none';
  /** from when on it holds, epoch milliseconds */
  readonly effect: number;
  /** what is to be told, in this order; empty: it stands as it is */
  readonly told: readonly PolicyEntry['data'][];
}

export interface PolicyPlan {
  readonly policies: readonly PlannedPolicy[];
  /** by the place of the entry among those that were given */
  readonly problems: readonly (SettingProblem & { readonly index: number })[];
  /** those that somebody has set anew since who asks has seen them, by their place; what stands already is none */
  readonly conflicts: readonly number[];
  /** as it would be */
  readonly configuration: Configuration;
}

interface Occasion {
  readonly configuration: Configuration;
  /** epoch milliseconds: now */
  readonly at: number;
  /** leads that have come already may be judged anew */
  readonly judgesHistory: boolean;
}

/**
 * What setting some policies together would change, and what is wrong with it, all at once. Before its first version an item's first version
 * holds; so that a new policy judges no lead that has come before it, it is told with a version ahead that is none, unless history is to be
 * judged anew.
 */
export function planPolicies(entries: readonly PolicyEntry[], { configuration, at, judgesHistory }: Occasion): PolicyPlan {
  const policies = entries.map((entry) => planned(entry, configuration, at, judgesHistory));
  const after = policies.reduce((before, policy) => withPolicy(before, policy, at), configuration);
  const problems = policies.flatMap((policy, index) =>
    [
      ...namedBefore(policies.slice(0, index), policy),
      ...unknownProblems(policy, configuration),
      ...historyProblems(policy, at, judgesHistory),
      ...standingProblems(policy, after),
    ].map((told) => ({ ...told, index })),
  );
  const conflicts = policies.flatMap((policy, index) => (isSetSince(policy, configuration) ? [index] : []));
  return { policies, problems, conflicts, configuration: after };
}

function planned(entry: PolicyEntry, { policies }: Configuration, at: number, judgesHistory: boolean): PlannedPolicy {
  const { policy, data } = entry;
  const effect = data.effective_from === undefined ? at : instantOf(data.effective_from);
  const versions = versionsOf(policies, policy);
  if (data.removed) {
    const ends = endsOf(versions ?? [], effect, data.effective_from);
    return { ...entry, data: ends[0] ?? data, change: ends.length === 0 ? 'none' : 'removed', effect, told: ends };
  }
  if (versions === undefined) {
    const ahead = { ...data, removed: true as const, match: { origin: [] }, effective_from: writeInstant(0) };
    return { ...entry, change: 'added', effect, told: judgesHistory ? [data] : [ahead, data] };
  }
  if (inForce(versions, effect)?.removed) return { ...entry, change: 'added', effect, told: [data] };
  const isSame = sameSettings(versionInForce(versions, effect), data, data.effective_from === undefined ? null : effect);
  return { ...entry, change: isSame ? 'none' : 'changed', effect, told: isSame ? [] : [data] };
}

/** Whether the version in force says the same; of one that names its day only a version of that very day is the same. */
function sameSettings(version: Version<PolicySettings> | null, data: PolicyEntry['data'], effect: number | null): boolean {
  if (version === null || (effect !== null && version.effect !== effect)) return false;
  return JSON.stringify(version.value) === JSON.stringify(policySettings(data));
}

function withPolicy(configuration: Configuration, { policy, effect, told }: PlannedPolicy, at: number): Configuration {
  if (told.length === 0) return configuration;
  const added = told.map((data): Version<PolicySettings> => {
    const from = data.effective_from === undefined ? effect : instantOf(data.effective_from);
    return { effect: from, time: at, source: '', id: '', value: policySettings(data) };
  });
  const versions = [...(versionsOf(configuration.policies, policy) ?? []), ...added].toSorted((a, b) => a.effect - b.effect);
  const policies = { ...configuration.policies, [policy]: versions };
  return { ...configuration, policies: Object.fromEntries(Object.entries(policies).toSorted(([a], [b]) => compareUtf8(a, b))) };
}

/** Whether there are other versions than who asks has seen. */
const isSetSince = ({ policy, seen, change }: PlannedPolicy, { policies }: Configuration): boolean =>
  seen !== undefined && change !== 'none' && seen !== (versionsOf(policies, policy)?.length ?? 0);

function unknownProblems({ policy, data }: PlannedPolicy, { policies }: Configuration): readonly SettingProblem[] {
  if (!data.removed || versionsOf(policies, policy) !== undefined) return [];
  return [{ path: '$.policy', problem: 'is none that was set, so that it cannot be taken away' }];
}

function namedBefore(before: readonly PlannedPolicy[], { policy }: PlannedPolicy): readonly SettingProblem[] {
  return before.some((other) => other.policy === policy)
    ? [{ path: '$.policy', problem: 'is named twice; keep one of the two, or set them one after the other' }]
    : [];
}

/** A version of a day that has passed would change verdicts that have been told. */
function historyProblems({ change, effect }: PlannedPolicy, at: number, judgesHistory: boolean): readonly SettingProblem[] {
  if (change === 'none' || effect >= at || judgesHistory) return [];
  const problem =
    'lies in the past: leads that have come since would be judged anew; leave it out, or say that history is to be judged anew';
  return [{ path: '$.effective_from', problem }];
}

/** What is wrong when it takes effect; and whether another, later, takes the order that it has. */
function standingProblems({ policy, data, effect }: PlannedPolicy, after: Configuration): readonly SettingProblem[] {
  const now = policyProblems(policy, data, after, effect);
  if (data.removed || now.some(({ path }) => path === '$.order')) return now;
  const own = versionsOf(after.policies, policy);
  // a version that another of the same instant has taken the place of, or that was given up, holds no order
  const later = Object.entries(after.policies).find(
    ([other, versions]) =>
      other !== policy &&
      versions.some((version) => {
        const order = version.effect > effect ? orderAt(versions, version.effect) : null;
        return order !== null && order === orderAt(own, version.effect);
      }),
  );
  if (later === undefined) return now;
  return [...now, { path: '$.order', problem: `will be that of the policy ${later[0]}; of two that match the lower one decides` }];
}
