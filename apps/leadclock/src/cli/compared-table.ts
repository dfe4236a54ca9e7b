import { z } from 'zod';
import { cellOf } from './group-cells.js';
import { layOut } from './table.js';

const Key = z.record(z.string(), z.string().nullable());
const Change = z.looseObject({
  key: Key,
  currency: z.string().optional(),
  now: z.number().nullable(),
  then: z.number().nullable(),
  relative: z.number().nullable(),
});
const Earlier = z.looseObject({ reason: z.string().nullable(), changes: z.array(Change).optional() });
const Compared = z.looseObject({ unit: z.string(), as_of: z.string(), before: Earlier, weekday: Earlier, last_year: Earlier });

const columns = { before: 'before', weekday: 'same weekday', last_year: 'last year' } as const;
const reasons: Readonly<Record<string, string>> = {
  no_window: 'no window was asked',
  longer_than_a_day: 'the window is longer than a day',
};

/** The number of each group beside its earlier ones, and by how much it differs from them. */
export function comparedTable(text: string): string {
  const compared = Compared.parse(JSON.parse(text));
  const names = Object.keys(columns)
    .filter((name) => isColumn(name))
    .filter((name) => compared[name].reason === null);
  const groups = new Map<string, { readonly cells: string[]; readonly now: string; readonly then: Map<string, string[]> }>();
  for (const name of names)
    for (const { key, currency, now, then, relative } of compared[name].changes ?? []) {
      const cells = [...Object.values(key), ...(currency === undefined ? [] : [currency])].map(cellOf);
      const group = groups.get(JSON.stringify(cells)) ?? { cells, now: cellOf(now), then: new Map<string, string[]>() };
      group.then.set(name, [cellOf(then), relative === null ? '–' : percent(relative)]);
      groups.set(JSON.stringify(cells), group);
    }
  const rows = [...groups.values()].map(({ cells, now, then }) => [
    ...cells,
    now,
    ...names.flatMap((name) => then.get(name) ?? ['–', '–']),
  ]);
  const keys = Object.keys(compared[names[0] ?? 'before'].changes?.[0]?.key ?? {});
  const width = Math.max(0, ...rows.map((row) => row.length - 1 - 2 * names.length));
  const head = [
    ...keys,
    ...Array.from({ length: width - keys.length }, () => 'currency'),
    'now',
    ...names.flatMap((name) => [columns[name], 'change']),
  ];
  const missing = Object.keys(columns)
    .filter((name) => isColumn(name))
    .flatMap((name) =>
      compared[name].reason === null ? [] : [`${columns[name]}: ${reasons[compared[name].reason] ?? compared[name].reason}\n`],
    );
  return `${rows.length === 0 ? '' : layOut([head, ...rows])}${missing.join('')}(unit: ${compared.unit}, as of ${compared.as_of})\n`;
}

type Column = keyof typeof columns;
const isColumn = (name: string): name is Column => Object.hasOwn(columns, name);

const percent = (relative: number): string => `${relative > 0 ? '+' : ''}${(relative * 100).toFixed(1)}%`;
