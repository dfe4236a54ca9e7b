import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { configurationEvents } from '@leadclock/read-model/queries/events.query.js';
import type { Snapshot } from '@leadclock/read-model/queries/snapshot.js';

/** One state of the read model, with the configuration that belongs to it. */
export interface World {
  readonly snapshot: Snapshot;
  readonly configuration: Configuration;
  /** what the configuration was made from */
  readonly configured: readonly LeadclockEvent[];
}

/** The configuration that these events make, for as long as the read model answers the very same ones. */
const built = new WeakMap<readonly LeadclockEvent[], Configuration>();

export async function readWorld(snapshot: Snapshot): Promise<World> {
  const configured = await configurationEvents(snapshot);
  const configuration = built.get(configured) ?? buildConfiguration(configured);
  built.set(configured, configuration);
  return { snapshot, configured, configuration };
}

/** The configuration as it was known at an instant: from what had been recorded by then. */
export const configurationKnownAt = (world: World, knownAt: number): Configuration =>
  buildConfiguration(world.configured.filter((event) => event.recordedTime <= knownAt));
