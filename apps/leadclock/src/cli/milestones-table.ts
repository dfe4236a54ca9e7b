import { z } from 'zod';
import { cellOf, keyCell } from './group-cells.js';
import { layOut } from './table.js';

const Milestone = z.object({
  share: z.number(),
  amount: z.number(),
  reached_from: z.string().nullable(),
  due: z.string(),
  state: z.string(),
});
const Group = z.object({
  key: z.record(z.string(), z.string().nullable()),
  target: z.number(),
  value: z.number().nullable(),
  milestones: z.array(Milestone).nullable(),
});
const Milestones = z.object({ unit: z.string(), currency: z.string().nullable(), as_of: z.string(), groups: z.array(Group) });

/** A line for each milestone of each group that has a target: the amount, when its day of reaching began, when it was due. */
export function milestonesTable(text: string): string {
  const { unit, currency, as_of, groups } = Milestones.parse(JSON.parse(text));
  const lines = groups.flatMap(({ key, target, value, milestones }) =>
    (milestones ?? []).map(({ share, amount, reached_from, due, state }) => [
      keyCell(key) || 'all',
      cellOf(value),
      cellOf(target),
      `${share * 100}%`,
      cellOf(amount),
      cellOf(reached_from),
      due,
      state,
    ]),
  );
  const head = ['whose', 'value', 'target', 'share', 'amount', 'reached on the day from', 'due', 'state'];
  const table = lines.length === 0 ? 'no target above 0 is set for this period\n' : layOut([head, ...lines]);
  return `${table}(unit: ${currency ?? unit}, as of ${as_of})\n`;
}
