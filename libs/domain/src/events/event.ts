import type { ConfigurationType, DataOf, EventType, LeadSubjectType } from './catalogue.js';

/** An event of one type, as everything behind the door knows it: checked, and without personal data. */
export interface EventOf<T extends EventType> {
  readonly id: string;
  readonly source: string;
  readonly subject: string;
  readonly type: T;
  /** epoch milliseconds: when it happened, as sent */
  readonly time: number;
  /** epoch milliseconds: when we heard of it */
  readonly recordedTime: number;
  /** a backfill: it counts at its time, and a lead that begins with one never raises an alert */
  readonly historical: boolean;
  readonly data: DataOf<T>;
}

/** Any event; `type` tells which. */
export type LeadclockEvent = { [T in EventType]: EventOf<T> }[EventType];

export type ConfigurationEvent = { [T in ConfigurationType]: EventOf<T> }[ConfigurationType];
export type LeadSubjectEvent = { [T in LeadSubjectType]: EventOf<T> }[LeadSubjectType];

/** When an event counts: a sender's clock ahead of ours (up to 5 minutes are let in) cannot reach into the future. */
export const effectiveTime = (event: { readonly time: number; readonly recordedTime: number }): number =>
  Math.min(event.time, event.recordedTime);
