import type { Fault } from './problem.js';

/** The version that `If-Match` names: the one that a change began with. */
export function seenIn(header: string | undefined): number | Fault {
  const version = /^"?(\d{1,9})"?$/.exec(header ?? '')?.[1];
  if (version !== undefined) return Number(version);
  return { status: 400, detail: 'the header If-Match is missing or no number: give the version that was seen, 0 for what is new' };
}
