import { buildConfiguration } from '../configuration/build-configuration.js';
import type { Configuration, PolicySettings } from '../configuration/configuration.js';
import type { LeadclockEvent } from '../events/event.js';

/** Other configuration moves no deadline: of it all is known from the beginning, so that few configurations have to be kept. */
const moves = new Set<LeadclockEvent['type']>(['policy.set', 'calendar.set', 'team.set', 'site.set', 'event.retracted']);

/** Policies that take the place of those of the same id, by id, for all times. */
export type OtherPolicies = ReadonlyMap<string, PolicySettings>;

export const noOthers: OtherPolicies = new Map();

/** Source of the policies that are only tried. */
const TRIED = '/leadclock/what-if';

/** The configuration as it was known at each instant, by when its events were recorded, with other policies in the place of some. */
export class ConfigurationHistory {
  /** at which another configuration becomes known, epoch ms, ascending */
  readonly instants: readonly number[];
  private readonly made = new Map<number, Configuration>();

  constructor(
    private readonly events: readonly LeadclockEvent[],
    private readonly others: OtherPolicies = noOthers,
  ) {
    const recorded = events.filter(({ type }) => moves.has(type)).map(({ recordedTime }) => recordedTime);
    this.instants = [...new Set(recorded)].sort((a, b) => a - b);
  }

  /** Another policy stands in the place of the one of this id. */
  isTried(policy: string): boolean {
    return this.others.has(policy);
  }

  /** By the events recorded up to an instant. */
  at(instant: number): Configuration {
    const last = this.instants.findLast((recorded) => recorded <= instant) ?? Number.NEGATIVE_INFINITY;
    let configuration = this.made.get(last);
    if (configuration === undefined) {
      const known = this.events.filter(({ type, recordedTime }) => recordedTime <= last || !moves.has(type));
      this.made.set(last, (configuration = withPolicies(buildConfiguration(known), this.others)));
    }
    return configuration;
  }
}

/** A configuration with other policies in the place of those of the same id. */
export function withPolicies(configuration: Configuration, others: OtherPolicies): Configuration {
  if (others.size === 0) return configuration;
  const tried = [...others].map(([id, value]) => [id, [{ effect: 0, time: 0, source: TRIED, id, value }]] as const);
  return { ...configuration, policies: { ...configuration.policies, ...Object.fromEntries(tried) } };
}
