// The mutants that lived through every test that meets them, as Stryker's --mutate names them.
import { existsSync, readFileSync } from 'node:fs';

/** `FILE:LINE:COLUMN-LINE:COLUMN` of each, once for those at one place; `named`: only of files with one of these in their path. */
export function survivorsOf(path, named) {
  if (!existsSync(path)) return [];
  const { files } = JSON.parse(readFileSync(path, 'utf8'));
  const places = Object.entries(files)
    .filter(([file]) => named.length === 0 || named.some((word) => file.includes(word)))
    .flatMap(([file, { mutants }]) =>
      mutants
        .filter(({ status }) => status === 'Survived')
        .map(({ location: { start, end } }) => `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`),
    );
  return [...new Set(places)];
}
