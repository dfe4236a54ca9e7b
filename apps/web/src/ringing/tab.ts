/** The title of the page: how many are late, the longest wait, and what the page is. */
export const titleOf = (count: number, wait: string | null, page: string): string =>
  count === 0 || wait === null ? page : `(${count}) ▲ ${wait} · ${page}`;

/** The clock with its first five minutes filled; with a red triangle while somebody is late. */
export function tabIcon(badge: boolean): string {
  const mark = badge ? '<path d="M17 11 24 24H10z" fill="#b3261e" stroke="#fff" stroke-width="1"/>' : '';
  const clock =
    '<circle cx="12" cy="12" r="10" fill="#fff" stroke="#1a1f24" stroke-width="2"/><path d="M12 12V2a10 10 0 0 1 8.66 5z" fill="#0b62b0"/>';
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${clock}${mark}</svg>`)}`;
}
