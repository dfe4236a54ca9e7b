import { Temporal } from 'temporal-polyfill';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const holidays = new WeakMap();

/** The deadline as one writes it with Temporal alone: from day to day, the hours of each as instants of the zone. */
export function dayByDay(calendar, from, length) {
  let left = length;
  for (const [i, { value, effect }] of calendar.entries()) {
    const ends = calendar[i + 1]?.effect ?? Infinity;
    if (ends <= from) continue;
    const begins = i === 0 ? from : Math.max(from, effect);
    let date = Temporal.Instant.fromEpochMilliseconds(begins).toZonedDateTimeISO(value.zone).toPlainDate();
    for (let day = 0; day < 400; day += 1) {
      for (const [start, end] of spansOf(value, date)) {
        const [opens, closes] = [Math.max(start, begins), Math.min(end, ends)];
        if (opens >= closes) continue;
        if (closes - opens >= left) return opens + left;
        left -= closes - opens;
      }
      date = date.add({ days: 1 });
      if (ends < Infinity && instantOf(date, 0, value.zone) >= ends) break;
    }
  }
  return null;
}

function spansOf(settings, date) {
  let closed = holidays.get(settings);
  if (closed === undefined) holidays.set(settings, (closed = new Set(settings.holidays)));
  if (closed.has(date.toString())) return [];
  return settings.week[names[date.dayOfWeek - 1]].map(([from, to]) => [
    instantOf(date, from, settings.zone),
    instantOf(date, to, settings.zone),
  ]);
}

function instantOf(date, minutes, timeZone) {
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  return date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}
