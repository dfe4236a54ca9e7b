import { z } from 'zod';
import { keyCell } from './group-cells.js';

const Explanation = z.looseObject({
  title: z.string(),
  formula: z.string(),
  as_of: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  unit: z.string(),
  setting: z.looseObject({
    zone: z.string(),
    clock: z.string().nullable(),
    policies: z.array(z.looseObject({ id: z.string(), since: z.string(), answer_s: z.number() })),
  }),
  row_count: z.number(),
  groups: z.array(
    z.looseObject({
      group: z.looseObject({ key: z.record(z.string(), z.unknown()) }),
      filled: z.string(),
      excluded: z.array(z.looseObject({ n: z.number(), words: z.string() })),
    }),
  ),
  parts: z.array(z.looseObject({ name: z.string(), title: z.string().nullable(), row_count: z.number(), rows: z.string().nullable() })),
});

/** How a number came to be, to be read in a terminal. */
export function explanationText(text: string): string {
  const told = Explanation.parse(JSON.parse(text));
  const { zone, clock, policies } = told.setting;
  const window = told.from === null || told.to === null ? 'all time' : `${told.from} to ${told.to}`;
  const lines = [
    `${told.title}: ${told.formula}`,
    ...told.groups.flatMap(({ group, filled, excluded }) => [
      `  ${[keyCell(group.key), filled].filter((words) => words !== '').join(': ')} (${told.unit})`,
      ...excluded.map(({ n, words }) => `    left out ${n}: ${words}`),
    ]),
    ...told.parts.map(({ name, title, row_count, rows }) => `  part ${title ?? name}: ${row_count} rows, ${rows ?? 'no address'}`),
    `${window}, as of ${told.as_of}; zone ${zone}${clock === null ? '' : `, ${clock} clock`}; ${told.row_count} rows`,
    ...policies.map(({ id, since, answer_s }) => `policy ${id} since ${since}: answer in ${answer_s} s`),
  ];
  return `${lines.join('\n')}\n`;
}
