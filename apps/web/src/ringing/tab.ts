/** What a tab tells of: how many are late and how long the first has waited; else how many are told of ahead, and what is left of the first; null: nobody can know. */
export interface TabMark {
  readonly late: number;
  readonly ahead: number;
  readonly time: string | null;
}

/** The title of the page: whom it tells of, and what the page is. */
export const titleOf = ({ late, ahead, time }: TabMark, page: string): string =>
  late + ahead === 0 || time === null ? page : `${late > 0 ? `(${late}) ▲` : `(${ahead})`} ${time} · ${page}`;

/** The clock with its first five minutes filled; with a red triangle while somebody is late. */
export function tabIcon(badge: boolean): string {
  const mark = badge ? '<path d="M17 11 24 24H10z" fill="#b3261e" stroke="#fff" stroke-width="1"/>' : '';
  const clock =
    '<circle cx="12" cy="12" r="10" fill="#fff" stroke="#1a1f24" stroke-width="2"/><path d="M12 12V2a10 10 0 0 1 8.66 5z" fill="#0b62b0"/>';
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${clock}${mark}</svg>`)}`;
}
