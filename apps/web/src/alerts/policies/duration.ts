/** Seconds as people write targets: `5:00`, from an hour on `1:30:00`. */
export function writeDuration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60), seconds % 60];
  const clock = `${hours > 0 ? String(minutes).padStart(2, '0') : minutes}:${String(rest).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${clock}` : clock;
}

const units: Readonly<Record<string, number>> = { d: 86_400, h: 3_600, m: 60, min: 60, s: 1, д: 86_400, ч: 3_600, м: 60, мин: 60, с: 1 };

/** Reads `5:00`, `1:30:00`, `90 s`, `1 h 30 min`; a number alone is minutes. null: it is no duration of whole seconds. */
export function readDuration(typed: string): number | null {
  const text = typed.trim().toLowerCase();
  if (/^\d{1,6}$/.test(text)) return Number(text) * 60;
  const clock = /^(?:(\d{1,5}):)?(\d{1,5}):([0-5]\d)$/.exec(text);
  if (clock !== null) {
    const [, hours = '0', minutes = '0', seconds = '0'] = clock;
    return clock[1] !== undefined && Number(minutes) > 59 ? null : Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  }
  const parts = [...text.matchAll(/(\d{1,6})\s*(\p{L}+)\.?\s*/gu)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) return null;
  let sum = 0;
  for (const [, count = '', unit = ''] of parts) {
    const size = units[unit];
    if (size === undefined) return null;
    sum += Number(count) * size;
  }
  return sum;
}
