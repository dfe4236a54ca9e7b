import { Period } from '@leadclock/domain/events/day.js';
import { RepId, TeamId } from '@leadclock/domain/events/ids.js';
import { otherEvents } from '@leadclock/domain/events/other-events.js';
import { kpis } from '@leadclock/domain/kpi/catalogue.js';
import { z } from 'zod';
import { allowedPeriods, calendarPeriod, type GoalPeriod } from './goal-period.js';

/** What is to be reached, by whom, in which period: one entry of a file of goals. */
export interface Goal {
  /** what people call it */
  readonly goal: string;
  readonly kpi: string;
  /** in the KPI's unit; money in the site's currency */
  readonly target: number;
  readonly period: GoalPeriod;
  /** both null: the company */
  readonly team: string | null;
  readonly rep: string | null;
}

const names = kpis.map(({ name }) => name);

const Kpi = z.string().superRefine((name, context) => {
  if (names.includes(name)) return;
  context.addIssue({ code: 'custom', message: `there is no KPI ${name}; allowed: ${names.join(', ')}` });
});

/** A year alone is a number in YAML. */
const ShortPeriod = z.union([z.string(), z.int().transform(String)]).transform((text, context) => {
  const period = calendarPeriod(text);
  if (period !== null) return period;
  context.addIssue({ code: 'custom', message: `${text} is no period; allowed: ${allowedPeriods}` });
  return z.NEVER;
});

const Owner = z.union(
  [
    z.literal('company').transform(() => ({ team: null, rep: null })),
    z.strictObject({ team: TeamId }).transform(({ team }) => ({ team, rep: null })),
    z.strictObject({ rep: RepId }).transform(({ rep }) => ({ team: null, rep })),
  ],
  { error: 'must be company, team: an id, or rep: an id; an id that is a number goes in quotes' },
);

/** An entry as it is written. */
export const GoalEntry = z
  .strictObject({
    goal: z.string().trim().min(1, 'must be a name').max(200, 'must be at most 200 characters'),
    kpi: Kpi,
    target: otherEvents['target.set'].shape.value,
    // what is written as from and to is held to those fields, all else to the short forms
    period: z.unknown().transform((written, context): GoalPeriod => {
      const isMap = typeof written === 'object' && written !== null;
      const read = (isMap ? Period : ShortPeriod).safeParse(written);
      if (read.success) return read.data;
      const said = read.error.issues.map((issue) => ({
        path: issue.path,
        message: issue.code === 'invalid_union' ? `allowed: ${allowedPeriods}` : issue.message,
      }));
      for (const { path, message } of said) context.addIssue({ code: 'custom', path: [...path], message });
      return z.NEVER;
    }),
    owner: Owner,
  })
  .transform(({ owner, ...goal }): Goal => ({ ...goal, ...owner }));

/** What makes two goals one: the same KPI, of the same owner, in the same period. Its name may change. */
export const identityOf = ({ kpi, period, team, rep }: Goal): string => JSON.stringify([kpi, team, rep, period.from, period.to]);

export const ownerOf = ({ team, rep }: Goal): string => (team !== null ? `team ${team}` : rep !== null ? `rep ${rep}` : 'company');
