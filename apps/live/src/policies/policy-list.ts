import type { Configuration, PolicySettings, Version } from '@leadclock/domain/configuration/configuration.js';
import { versionIndex } from '@leadclock/domain/configuration/in-force.js';
import { policyData } from '@leadclock/domain/configuration/policy-data.js';
import { defaultPolicy } from '@leadclock/domain/configuration/settings.js';
import type { DataOf } from '@leadclock/domain/events/catalogue.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import type { Here } from '../answer/answered.js';
import { readWorld } from '../answer/world.js';

/** One version of a policy, as POST /v1/policies takes it. */
interface ToldVersion {
  /** counts from 1 in the order in which they take effect */
  readonly version: number;
  /** what verdicts name */
  readonly event: { readonly source: string; readonly id: string };
  readonly effective_at: string;
  readonly settings: DataOf<'policy.set'>;
}

interface ToldPolicy extends ToldVersion {
  readonly policy: string;
  /** how many versions there are, those among them that are still to come */
  readonly versions: number;
  /** when the next version takes effect; null: none is known */
  readonly next_at: string | null;
}

/** `GET /v1/policies`: the policies in force, in the order in which they are tried, and what judges a lead that none matches. */
export interface PolicyList {
  readonly as_of: string;
  readonly policies: readonly ToldPolicy[];
  /** versions that come into force later, the next first; one that is removed takes its policy away then */
  readonly coming: readonly (ToldVersion & { readonly policy: string; readonly versions: number })[];
  /** policies that were taken away, unless they come back */
  readonly removed: readonly {
    readonly policy: string;
    readonly removed_at: string;
    readonly event: ToldVersion['event'];
    readonly versions: number;
  }[];
  readonly default: DataOf<'policy.set'>;
}

/** `GET /v1/policies/:policy`: all its versions. */
export interface PolicyHistory {
  readonly policy: string;
  readonly as_of: string;
  /** which of them holds; before the first has taken effect the first */
  readonly version: number;
  readonly versions: readonly ToldVersion[];
}

export async function policyList(dataSource: DataSource, { now }: Here): Promise<PolicyList> {
  const { policies } = await configurationOf(dataSource);
  const told = Object.entries(policies).flatMap(([policy, versions]) => {
    const index = versionIndex(versions, now);
    const version = versions[index];
    if (version === undefined || version.value.removed) return [];
    const next = versions[index + 1];
    return [
      { policy, ...toldVersion(version, index), versions: versions.length, next_at: next === undefined ? null : writeInstant(next.effect) },
    ];
  });
  // stable: those of one order stay in the order of their ids, in which they are tried
  return {
    as_of: writeInstant(now),
    policies: told.toSorted((a, b) => a.settings.order - b.settings.order),
    coming: Object.entries(policies)
      .flatMap(([policy, versions]) => comingOf(policy, versions, now))
      .toSorted((a, b) => Date.parse(a.effective_at) - Date.parse(b.effective_at)),
    removed: Object.entries(policies).flatMap(([policy, versions]) => removedOf(policy, versions, now)),
    default: policyData(defaultPolicy),
  };
}

function comingOf(policy: string, versions: readonly Version<PolicySettings>[], now: number): PolicyList['coming'] {
  const since = versionIndex(versions, now);
  return changesOf(versions)
    .filter(({ index }) => index > since)
    .map(({ version, index }) => ({ policy, versions: versions.length, ...toldVersion(version, index) }));
}

function removedOf(policy: string, versions: readonly Version<PolicySettings>[], now: number): PolicyList['removed'] {
  const last = changesOf(versions).at(-1);
  if (last === undefined || !last.version.value.removed || last.index > versionIndex(versions, now)) return [];
  const { source, id, effect } = last.version;
  return [{ policy, removed_at: writeInstant(effect), event: { source, id }, versions: versions.length }];
}

/**
 * The versions that change something when they take effect: of several of one instant the last, and none that takes away what is away. A removal is told
 * again for each day on which the policy would come back.
 */
const changesOf = (versions: readonly Version<PolicySettings>[]) =>
  versions
    .map((version, index) => ({ version, index }))
    .filter(({ version: { effect } }, index) => versions[index + 1]?.effect !== effect)
    .filter(({ version }, place, holding) => !(version.value.removed && holding[place - 1]?.version.value.removed));

/** null: no such policy was ever set. */
export async function policyHistory(dataSource: DataSource, policy: string, { now }: Here): Promise<PolicyHistory | null> {
  const { policies } = await configurationOf(dataSource);
  const versions = Object.hasOwn(policies, policy) ? policies[policy] : undefined;
  if (versions === undefined) return null;
  return { policy, as_of: writeInstant(now), version: versionIndex(versions, now) + 1, versions: versions.map(toldVersion) };
}

const configurationOf = (dataSource: DataSource): Promise<Configuration> =>
  inSnapshot(dataSource, async (snapshot) => (await readWorld(snapshot)).configuration);

const toldVersion = ({ source, id, effect, value }: Version<PolicySettings>, index: number): ToldVersion => ({
  version: index + 1,
  event: { source, id },
  effective_at: writeInstant(effect),
  settings: policyData(value),
});
