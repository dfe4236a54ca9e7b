/** Edits (insert, delete, replace, swap of neighbours) that make one text of the other. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, i) => i)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      row.push(best);
    }
  }
  return at(a.length, b.length);
}

/** Only the letters, so that leadCreated, Lead_Created and lead.created are near. */
const letters = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The names most like a misspelt one, the nearest first; none when nothing is near. */
export function nearNames(name: string, names: readonly string[], most = 3): readonly string[] {
  if (name.length > 64) return [];
  const plain = letters(name);
  return names
    .map((known) => ({ known, far: distance(plain, letters(known)) }))
    .filter(({ known, far }) => far <= Math.max(1, Math.floor(known.length / 4)))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ known }) => known);
}

/** " did you mean …?" with a space before it, or nothing. */
export function suggestion(name: string, names: readonly string[]): string {
  const near = nearNames(name, names);
  return near.length === 0 ? '' : ` did you mean ${near.join(' or ')}?`;
}
