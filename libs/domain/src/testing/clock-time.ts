const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** The Monday on which stories begin, in UTC. */
const monday = Date.UTC(2026, 10, 2);

/**
 * The instant of a time in a story: `09:00`, `09:00:30`, `tue 09:00`, `tue+1 09:00` (the week after), all UTC, or RFC 3339.
 * Without a day it is Monday, 2 November 2026.
 */
export function at(time: string): number {
  const parts = /^(?:([a-z]{3})([+-]\d+)? )?(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{3}))?)?$/.exec(time);
  if (parts === null) {
    const instant = Date.parse(time);
    if (Number.isNaN(instant)) throw new Error(`no time of a story: ${time}`);
    return instant;
  }
  const [, name = 'mon', week = '0', hour, minute, second = '0', millisecond = '0'] = parts;
  const day = days.indexOf(name);
  if (day < 0) throw new Error(`no day of a story: ${time}`);
  const hours = (day + 7 * Number(week)) * 24 + Number(hour);
  return monday + ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(millisecond);
}
