/** Counts `name` `times` more (or fewer, below zero); a name that is counted no more is forgotten. */
export function countName(counts: Map<string, number>, name: string, times: number): void {
  const count = (counts.get(name) ?? 0) + times;
  if (count === 0) counts.delete(name);
  else counts.set(name, count);
}
