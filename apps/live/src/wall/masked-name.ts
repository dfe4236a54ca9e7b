/**
 * The most that a wall may show of a person: first name and the initial of the last one. What is no name (an address, a number, nothing)
 * is never shown: then a short form of the lead's id stands for it.
 */
export function maskedName(name: string | null, lead: string): string {
  const words = (name ?? '')
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const [first, ...more] = words;
  if (first === undefined || !words.every(isNamePart)) return shortId(lead);
  const last = more.at(-1);
  const shown = cut(first, 20);
  return last === undefined ? shown : `${shown} ${[...last][0]?.toUpperCase()}.`;
}

/** Letters with what names have between and behind them: no digits, no @. */
const isNamePart = (word: string): boolean => /^\p{L}[\p{L}\p{M}.'’-]*$/u.test(word);

const cut = (text: string, length: number): string => {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`;
};

const shortId = (lead: string): string => {
  const letters = [...lead];
  return letters.length <= 8 ? `#${lead}` : `#…${letters.slice(-6).join('')}`;
};
