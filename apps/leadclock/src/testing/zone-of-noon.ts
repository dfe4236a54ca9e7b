/** A zone in which it is between noon and one o'clock now: a story that moves time does not meet midnight. */
export function zoneOfNoon(now = Date.now()): string {
  const hours = 12 - new Date(now).getUTCHours();
  // the signs of these zones are turned around: Etc/GMT-3 is three hours ahead of Greenwich
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}
