const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 86_400_000;

/** The stretch between two dates as people read it: the last day that is in it, where an address has the first that is not. null: they are no dates. */
export function periodText(locale: string, from: string | null, to: string | null): string | null {
  if (![from, to].every((time) => time === null || DATE.test(time))) return null;
  const days = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  const [first, last] = [from === null ? null : Date.parse(from), to === null ? null : Date.parse(to) - DAY];
  if (first !== null && last !== null) return first > last ? null : days.formatRange(first, last);
  if (first !== null) return `${days.format(first)} –`;
  return last === null ? null : `– ${days.format(last)}`;
}
