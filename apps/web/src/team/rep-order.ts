import type { RepLine } from '@leadclock/live-protocol/team-state.js';
import { isFew } from '../wall/goal.js';

/** Whom leads can be given comes first. */
const places = ['available', 'on_call', 'away'] as const;

export const repColumns = ['name', 'status', 'open', 'late', 'answered', 'median', 'p90', 'inTarget'] as const;
export type RepColumn = (typeof repColumns)[number];

export interface RepOrder {
  readonly by: RepColumn;
  readonly down: boolean;
}

/** Names and statuses go up at first, figures down. */
export const turned = (now: RepOrder, by: RepColumn): RepOrder =>
  now.by === by ? { by, down: !now.down } : { by, down: by !== 'name' && by !== 'status' };

/** Whether a line has no place in a ranking of shares: a rep with too few judged leads, and leads that are nobody's. */
export const isUnranked = ({ rep, inTarget }: RepLine): boolean => rep === null || isFew(inTarget.n);

/**
 * The lines of the table in an order: nobody's leads always last, before them those without a value there; in an order of shares those
 * with too few leads come after the others.
 */
export function inOrder(lines: readonly RepLine[], { by, down }: RepOrder): readonly RepLine[] {
  const sign = down ? -1 : 1;
  const last = (line: RepLine): number => {
    if (line.rep === null) return 3;
    if (valueOf(line, by) === null) return 2;
    return by === 'inTarget' && isUnranked(line) ? 1 : 0;
  };
  return [...lines].sort(
    (a, b) =>
      last(a) - last(b) ||
      sign * compare(valueOf(a, by), valueOf(b, by)) ||
      compare(a.name ?? '', b.name ?? '') ||
      compare(a.rep ?? '', b.rep ?? ''),
  );
}

function valueOf(line: RepLine, by: RepColumn): string | number | null {
  switch (by) {
    case 'name':
      return line.name;
    case 'status':
      return line.status === undefined ? null : places.indexOf(line.status.is);
    case 'open':
    case 'late':
    case 'answered':
      return line[by];
    case 'median':
      return line.medianSeconds;
    case 'p90':
      return line.p90Seconds;
    case 'inTarget':
      return line.inTarget.value;
  }
}

function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b);
}
