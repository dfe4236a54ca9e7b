import { newKey } from '../../console/commands.js';
import { instantOf } from '../../kpis/local-time.js';
import type { FieldProblem } from '../form/form-problems.js';

/** A time in which nobody could be told, while somebody types it: two local times of the site's zone, '' for none yet. `key` tells the rows apart. */
export interface DownDraft {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/** RFC 3339. */
interface TimeDown {
  readonly from: string;
  readonly to: string;
}

/** The server takes no more. */
export const MOST_DOWN = 100;

export const newDown = (): DownDraft => ({ key: newKey(), from: '', to: '' });

/** The times as the server takes them; what cannot be one is named: `unread` is no date and time, `reversed` ends before it begins. */
export function readDown(
  zone: string,
  rows: readonly DownDraft[],
): { readonly down: readonly TimeDown[]; readonly problems: readonly FieldProblem[] } {
  const read = rows.map((row, index) => {
    const path = `$.down[${index}]`;
    const [from, to] = [instantOf(zone, row.from), instantOf(zone, row.to)];
    const unread = [...(from === null ? ['from'] : []), ...(to === null ? ['to'] : [])];
    if (from === null || to === null) return { down: [], problems: unread.map((end) => ({ path: `${path}.${end}`, problem: 'unread' })) };
    return Date.parse(from) < Date.parse(to)
      ? { down: [{ from, to }], problems: [] }
      : { down: [], problems: [{ path: `${path}.to`, problem: 'reversed' }] };
  });
  return { down: read.flatMap(({ down }) => down), problems: read.flatMap(({ problems }) => problems) };
}

/** Whether a problem lies in the times in which nobody could be told. */
export const isOfDown = ({ path }: FieldProblem): boolean => path.startsWith('$.down');
