import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import { type Configuration, emptyConfiguration } from '@leadclock/domain/configuration/configuration.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';

/** How many configurations of the past are kept made: one a checkpoint is enough. */
const KEPT = 32;

/** The configuration log in memory: the configuration as it stood up to any of its offsets. */
export class ConfigHistory {
  private readonly events: { readonly offset: number; readonly event: LeadclockEvent }[] = [];
  private readonly made = new Map<number, Configuration>();
  private reached = 0;

  /** The offset that the next record will have: everything before it is in here. */
  get offset(): number {
    return this.reached;
  }

  get current(): Configuration {
    return this.at(this.reached);
  }

  /** Adds what lies between the offset and `next`, without the records that are no events of ours. */
  add(events: readonly { readonly offset: number; readonly event: LeadclockEvent }[], next: number): void {
    this.events.push(...events);
    this.reached = next;
  }

  /** The configuration that the records before `offset` come to. */
  at(offset: number): Configuration {
    const known = this.made.get(offset);
    if (known !== undefined) return known;
    const events = this.events.filter((entry) => entry.offset < offset).map((entry) => entry.event);
    const configuration = events.length === 0 ? emptyConfiguration : buildConfiguration(events);
    if (this.made.size >= KEPT) for (const oldest of [...this.made.keys()].slice(0, 1)) this.made.delete(oldest);
    this.made.set(offset, configuration);
    return configuration;
  }

  /** The offsets behind each event from `from` up to `to`: every configuration that may have been in force in between. */
  stepsBetween(from: number, to: number): readonly number[] {
    return this.events.filter(({ offset }) => offset >= from && offset < to).map(({ offset }) => offset + 1);
  }
}
