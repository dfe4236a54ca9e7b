import type { z } from 'zod';
import { alertEvents } from './alert-events.js';
import { configurationEvents } from './configuration-events.js';
import { dealEvents } from './deal-events.js';
import { leadEvents } from './lead-events.js';
import { otherEvents } from './other-events.js';
import { touchpointEvents } from './touchpoint-events.js';

/** Every type of event that there is, with the schema of its `data` as it lies in the log. */
export const catalogue = {
  ...leadEvents,
  ...touchpointEvents,
  ...dealEvents,
  ...otherEvents,
  ...configurationEvents,
  ...alertEvents,
} as const;

export type EventType = keyof typeof catalogue;
export type DataOf<T extends EventType> = z.output<(typeof catalogue)[T]>;

const namesOf = <T extends EventType>(events: Readonly<Record<T, unknown>>): readonly T[] =>
  Object.keys(events).filter((name): name is T => Object.hasOwn(events, name));

export const eventTypes: readonly EventType[] = namesOf(catalogue);

export type ConfigurationType = keyof typeof configurationEvents;
export type ProductType = keyof typeof alertEvents;
export type LeadSubjectType = keyof typeof leadEvents | keyof typeof touchpointEvents | keyof typeof dealEvents | ProductType;

/** They go to the log of configuration, all others to the log of events. */
export const configurationTypes: ReadonlySet<EventType> = new Set(namesOf(configurationEvents));
/** Written by the product alone; a sender may not bring them. */
export const productTypes: ReadonlySet<EventType> = new Set(namesOf(alertEvents));
/** Their subject is a lead. */
export const leadSubjectTypes: ReadonlySet<EventType> = new Set([
  ...namesOf(leadEvents),
  ...namesOf(touchpointEvents),
  ...namesOf(dealEvents),
  ...namesOf(alertEvents),
]);
/** Neither configuration nor about a lead: spend, subscriptions, surveys …, and the retraction, which may be about any. */
export const otherTypes: ReadonlySet<EventType> = new Set(namesOf(otherEvents));

export const isEventType = (name: string): name is EventType => Object.hasOwn(catalogue, name);
