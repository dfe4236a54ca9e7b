import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { LeadclockEvent } from './event.js';
import { writeInstant } from './instant.js';
import { currentVersion } from './upcast.js';

/** What names an event within its subject. */
export interface EventName {
  readonly source: string;
  readonly id: string;
}

/** The identity of an event within its subject. */
export const eventKey = (event: EventName): string => `${event.source}\u0000${event.id}`;

/**
 * The event without recordedtime, as RFC 8785 writes it: what makes two events of one identity the same or not. The attributes' names are known,
 * so they stand here in their order already; only what is inside `data` is sorted.
 */
export function contentJson(event: LeadclockEvent): string {
  const { id, source, type, subject, time, historical, data } = event;
  const version = currentVersion(type);
  const schema = version === 1 ? '' : `"dataschema":"/schemas/${type}/${version}",`;
  const flags = `"datacontenttype":"application/json",${schema}${historical ? '"historical":true,' : ''}`;
  const names = `"id":${JSON.stringify(id)},"source":${JSON.stringify(source)},"specversion":"1.0","subject":${JSON.stringify(subject)}`;
  return `{"data":${canonicalJson(data)},${flags}${names},"time":"${writeInstant(time)}","type":"${type}"}`;
}

/** Hex SHA-256 of a text. */
export const textDigest = (text: string): string => hash('sha256', text, 'hex');

/** Hex SHA-256 of the event's canonical JSON without recordedtime. */
export const contentDigest = (event: LeadclockEvent): string => textDigest(contentJson(event));

/** Says whether two events of one identity are repeats of each other: equal in all but recordedtime. */
export const sameContent = (a: LeadclockEvent, b: LeadclockEvent): boolean => contentJson(a) === contentJson(b);

/** One event that came under an identity. */
export interface Content {
  /** hex SHA-256, see `contentDigest` */
  readonly digest: string;
  readonly recordedTime: number;
}

/**
 * Of the events that came under one identity, the one that counts: the smallest (recordedTime, digest). Of repeats of that content it is
 * the one heard first, so a repeat that was heard earlier but read later still moves the effective time. The order of the list does not matter.
 */
export function winnerOf<T extends Content>(contents: readonly T[]): T {
  return contents.reduce((best, next) => {
    if (next.recordedTime !== best.recordedTime) return next.recordedTime < best.recordedTime ? next : best;
    return next.digest < best.digest ? next : best;
  });
}
