import type { LeadclockEvent } from './event.js';

/** The identity of an event within its subject. */
export const eventKey = (event: { readonly source: string; readonly id: string }): string =>
  `${event.source}\u0000${event.id}`;

/** One content that came under an identity. */
export interface Content {
  /** hex SHA-256, see `contentDigest` */
  readonly digest: string;
  readonly recordedTime: number;
}

/** hex SHA-256 of the event's canonical JSON (RFC 8785) without recordedtime. */
export function contentDigest(_event: LeadclockEvent): string {
  throw new Error('not yet');
}

/** Says whether two events of one identity are repeats of each other: equal in all but recordedtime. */
export function sameContent(_a: LeadclockEvent, _b: LeadclockEvent): boolean {
  throw new Error('not yet');
}

/** Of the contents that came under one identity, the one that counts: the smallest (recordedTime, digest). */
export function winnerOf<T extends Content>(_contents: readonly T[]): T {
  throw new Error('not yet');
}
