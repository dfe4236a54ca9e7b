const pad = (hour: string | number): string => String(hour).padStart(2, '0');

/** A time of day as people type it (`9`, `930`, `9.30`, `5 pm`) as HH:MM; what is none stays as it was typed. */
export function writeTime(typed: string): string {
  const text = typed.trim();
  const half = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?\s?m\.?$/i.exec(text);
  if (half !== null) {
    const [, hour = '', minutes = '00', day = ''] = half;
    if (Number(hour) < 1 || Number(hour) > 12) return text;
    return `${pad((Number(hour) % 12) + (day.toLowerCase() === 'p' ? 12 : 0))}:${minutes}`;
  }
  const [, hour, minutes = '00'] = /^(\d{1,2})(?:[:.\s]?(\d{2}))?$/.exec(text) ?? [];
  return hour === undefined ? text : `${pad(hour)}:${minutes}`;
}

/** Minutes of the day of a time HH:MM up to 24:00; null: it is none. */
export function minutesOf(time: string): number | null {
  const [, hour, minutes] = /^(\d{2}):([0-5]\d)$/.exec(time) ?? [];
  const all = Number(hour) * 60 + Number(minutes);
  return hour === undefined || all > 1_440 ? null : all;
}

/** The time of day of so many minutes, HH:MM. */
export const timeOf = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
