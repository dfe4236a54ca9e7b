import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { latest } from '@leadclock/domain/configuration/in-force.js';
import { knownTraits, wayListeners } from '@leadclock/read-model/queries/known-traits.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import type { Here } from '../answer/answered.js';
import { readWorld } from '../answer/world.js';

interface NamedItem {
  readonly id: string;
  readonly name: string;
}

/** `GET /v1/policy-choices`: what whoever writes a policy can choose from. Other origins, segments and channels may be named as well. */
export interface PolicyChoices {
  readonly origins: readonly string[];
  readonly segments: readonly string[];
  readonly channels: readonly string[];
  readonly teams: readonly NamedItem[];
  /** those who are active */
  readonly reps: readonly NamedItem[];
  readonly calendars: readonly string[];
  /** the ids that policies and ways to reach people name */
  readonly screens: readonly string[];
  readonly listening_channels: readonly string[];
  /** of those, as steps name them, to which a way leads that is not paused: to the others nothing is sent */
  readonly reached: readonly string[];
}

const MONTH_MS = 31 * 86_400_000;

/** What the leads of the last 31 days came with, what the policies name, and the teams, reps and calendars that were set. */
export function policyChoices(dataSource: DataSource, { now }: Here): Promise<PolicyChoices> {
  return inSnapshot(dataSource, async (snapshot) => {
    const { configuration } = await readWorld(snapshot);
    const traits = await knownTraits(snapshot, now - MONTH_MS);
    const ways = await wayListeners(snapshot);
    const listeners = [...ways.map(({ listener }) => listener), ...listenersOf(configuration)];
    const named = (trait: 'origin' | 'segment' | 'channel'): readonly string[] =>
      settingsOf(configuration).flatMap(({ match }) => match[trait] ?? []);
    return {
      origins: sorted([...traits.origins, ...named('origin')]),
      segments: sorted([...traits.segments, ...named('segment')]),
      channels: sorted([...traits.channels, ...named('channel')]),
      teams: Object.entries(configuration.teams).map(([id, versions]) => ({ id, name: latest(versions)?.name ?? id })),
      reps: Object.entries(configuration.reps).flatMap(([id, versions]) => {
        const rep = latest(versions);
        return rep?.active === true ? [{ id, name: rep.name }] : [];
      }),
      calendars: Object.keys(configuration.calendars),
      screens: idsOf('screen:', listeners),
      listening_channels: idsOf('channel:', listeners),
      reached: ways.filter(({ listener, reached }) => reached && /^(screen|channel):/.test(listener)).map(({ listener }) => listener),
    };
  });
}

const settingsOf = ({ policies }: Configuration) => Object.values(policies).flatMap((versions) => versions.map(({ value }) => value));

const listenersOf = (configuration: Configuration): readonly string[] =>
  settingsOf(configuration).flatMap(({ steps }) => steps.flatMap(({ notify }) => notify));

const idsOf = (prefix: string, listeners: readonly string[]): readonly string[] =>
  sorted(listeners.filter((word) => word.startsWith(prefix)).map((word) => word.slice(prefix.length)));

const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].toSorted();
