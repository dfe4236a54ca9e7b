// What the mutation runs so far have shown, folder by folder, from the file in which Stryker keeps every result.
import { existsSync, readFileSync } from 'node:fs';

const HOME = 'libs/domain/src/';
const KINDS = ['Killed', 'Timeout', 'Survived', 'NoCoverage'];

/** The table as text; `byFile` gives a line to each file instead of each folder. */
export function scoreTable(path, byFile) {
  if (!existsSync(path)) return 'no mutants yet\n';
  const { files } = JSON.parse(readFileSync(path, 'utf8'));
  const rows = new Map();
  for (const [file, { mutants }] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = file.replace(HOME, '');
    for (const key of [byFile ? name : name.split('/')[0], 'all']) {
      const row = rows.get(key) ?? { files: 0, Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0 };
      row.files += 1;
      for (const { status } of mutants) if (status in row) row[status] += 1;
      rows.set(key, row);
    }
  }
  const all = rows.get('all');
  rows.delete('all');
  const lines = [...rows, ['all', all]].map(([name, row]) => {
    const mutants = KINDS.reduce((sum, kind) => sum + row[kind], 0);
    const share = mutants === 0 ? '-' : `${((100 * (row.Killed + row.Timeout)) / mutants).toFixed(1)} %`;
    return [name, row.files, mutants, ...KINDS.map((kind) => row[kind]), share];
  });
  const table = [['', 'files', 'mutants', 'killed', 'timeout', 'survived', 'no coverage', 'score'], ...lines];
  return table.map((cells) => `| ${cells.map((cell, at) => String(cell).padEnd(at === 0 && byFile ? 40 : 13)).join(' | ')} |\n`).join('');
}
