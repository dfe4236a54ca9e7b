import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { latest } from '@leadclock/domain/configuration/in-force.js';
import type { Asking } from '@leadclock/domain/kpi/asking.js';
import type { Key } from '@leadclock/domain/kpi/tally.js';
import type { SceneMember } from '@leadclock/live-protocol/scene-state.js';
import { repOf } from '../rooms/floor-sources.js';
import { stageLabel } from '../rooms/funnel-steps.js';

/** What a group is of, with the site's own words. */
export const membersOf = (configuration: Configuration, key: Key): SceneMember[] =>
  Object.entries(key).map(([dimension, value]) => ({
    dimension,
    value,
    name: value === null ? null : nameOf(configuration, dimension, value, key['pipeline'] ?? 'default'),
  }));

/** Of whom alone a question asks. */
export const filterMembers = (configuration: Configuration, filters: Asking['filters']): SceneMember[] =>
  Object.entries(filters).flatMap(([dimension, values]) =>
    values.map((value) => ({ dimension, value, name: value === null ? null : nameOf(configuration, dimension, value, 'default') })),
  );

function nameOf(configuration: Configuration, dimension: string, value: string, pipeline: string): string | null {
  switch (dimension) {
    case 'rep':
      return repOf(configuration, value)?.name ?? null;
    case 'team':
      return latest(configuration.teams[value])?.name ?? null;
    case 'stage':
      return stageLabel(configuration, pipeline, value);
    default:
      return null;
  }
}
