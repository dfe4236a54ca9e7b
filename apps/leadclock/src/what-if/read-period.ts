import { startOfDate } from '@leadclock/domain/calendar/zone.js';
import { readInstant } from '@leadclock/domain/events/instant.js';
import type { AskedReplay } from '@leadclock/live/what-if/run-what-if.js';
import { WrongUse } from '../cli/exit-codes.js';

/** As it is written on the command line. */
export interface AskedPeriod {
  readonly from: string;
  /** left out: until now */
  readonly to?: string;
  /** times in which the product is known to have been away, each `FROM/TO` */
  readonly down: readonly string[];
}

const date = /^\d{4}-\d\d-\d\d$/;

/** Reads a period; a date alone is the start of that day in the site's zone. `now`: epoch ms. */
export function readPeriod(asked: AskedPeriod, zone: string, now: number): AskedReplay {
  const from = moment('--from', asked.from, zone);
  const to = Math.min(asked.to === undefined ? now : moment('--to', asked.to, zone), now);
  if (from >= to) throw new WrongUse(asked.to === undefined ? '--from lies in the future' : '--from must lie before --to, and before now');
  const down = asked.down.map((text) => {
    const [begin, end, ...more] = text.split('/');
    if (begin === undefined || end === undefined || more.length > 0)
      throw new WrongUse('--down must be two times, such as 2026-11-02T09:00:00Z/2026-11-02T09:20:00Z');
    const time = { from: moment('--down', begin, zone), to: moment('--down', end, zone) };
    if (time.from >= time.to) throw new WrongUse('--down must end after it begins');
    return time;
  });
  return { from, to, asOf: now, down };
}

function moment(flag: string, text: string, zone: string): number {
  const read = readInstant(date.test(text) ? `${text}T00:00:00Z` : text);
  if (!read.ok) throw new WrongUse(`${flag} ${read.problem}; a date such as 2026-11-02 is the start of that day`);
  return date.test(text) ? startOfDate(zone, text) : read.at;
}
