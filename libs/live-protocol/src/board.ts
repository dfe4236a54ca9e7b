import { z } from 'zod';

/** Text of one line. */
const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`)
    .refine((given) => !/\p{Cc}/u.test(given), 'holds a control character');

/** How a tile shows the answer to its question. */
export const tileForms = ['number', 'table', 'trend', 'leaderboard'] as const;

/** What a tile's answer is compared with: one period before, the mean of the same weekday of four weeks, the same period of last year. */
export const comparisons = ['before', 'weekday', 'last_year'] as const;
export type ComparisonName = (typeof comparisons)[number];

/** A program of before knew no choice: `true` was one period before. */
const asChosen = (given: unknown): unknown => (given === true ? 'before' : given === false ? null : given);

/**
 * One question of a board. `params` are those of `GET /v1/kpis/:kpi` (window, by, filters, the KPI's own), as in an address. `bucket` is that of a
 * trend. On a leaderboard groups of fewer than `minimum` are shown and not ranked, and `teams` shows teams where it would show reps. `target`
 * `set`: held against the target that is set for it; a number: against this one.
 */
export const BoardTile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 letters (a to z), digits and "-"'),
  title: text(80).nullable().default(null),
  kpi: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'must be the name of a KPI; GET /v1/kpis lists them'),
  params: z
    .record(z.string().regex(/^[a-z_]{1,40}$/, 'must be the name of a parameter'), text(400))
    .refine((given) => Object.keys(given).length <= 20, 'has more than 20 parameters')
    .default({}),
  form: z.enum(tileForms),
  bucket: z.enum(['hour', 'day', 'week', 'month']).nullable().default(null),
  compare: z.preprocess(asChosen, z.enum(comparisons).nullable()).default(null),
  target: z
    .union([z.literal('set'), z.number()])
    .nullable()
    .default(null),
  minimum: z.number().int().min(0).max(1000).default(0),
  teams: z.boolean().default(false),
  /** columns of twelve */
  width: z.number().int().min(2).max(12).default(4),
});
export type BoardTile = z.infer<typeof BoardTile>;

/** What people put together: questions side by side, under a name. */
export const Board = z.strictObject({
  name: text(80),
  tiles: z
    .array(BoardTile)
    .max(24, 'has more than 24 tiles')
    .refine((tiles) => new Set(tiles.map(({ id }) => id)).size === tiles.length, 'two tiles have one id'),
});
export type Board = z.infer<typeof Board>;

/** A board that is kept: `version` counts its changes, and whoever changes it says which one he saw. */
export const KeptBoard = Board.extend({ id: z.string(), version: z.number().int(), changed_at: z.string() });
export type KeptBoard = z.infer<typeof KeptBoard>;

/** The id of a board, as its address has it. */
export const BoardId = z.string().regex(/^[a-z0-9-]{1,64}$/, 'must be 1 to 64 letters (a to z), digits and "-"');
