/** The array of before where each of its items is the one that is there now: whoever goes by the array need not look at each. */
export function unlessSame<T>(items: readonly T[], before: readonly T[] | undefined): readonly T[] {
  if (before?.length !== items.length) return items;
  for (let index = 0; index < items.length; index++) if (items[index] !== before[index]) return items;
  return before;
}
