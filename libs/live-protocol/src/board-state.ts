import { z } from 'zod';
import { comparisons, KeptBoard } from './board.js';

/** The stream of those who look at a board. */
export const boardStream = (board: string): string => `board:${board}`;

/** A group of an answer as `GET /v1/kpis/:kpi` gives it, the KPI's own fields beside; on a leaderboard with its rank (null: shown, not ranked). */
export const AnswerGroup = z.looseObject({
  key: z.record(z.string(), z.string().nullable()),
  value: z.number().nullable(),
  n: z.number().int(),
  excluded: z.record(z.string(), z.number().int()),
  rank: z.number().int().nullable().optional(),
  /** of what is drawn from a sample: whether that is too small to judge by */
  small: z.boolean().optional(),
});
export type AnswerGroup = z.infer<typeof AnswerGroup>;

const Key = z.record(z.string(), z.string().nullable());

/** How a group has changed: `then` the earlier value, `difference` now − then in the unit of the answer, `relative` that by |then|; null: there is none. */
export const TileChange = z.object({
  key: Key,
  currency: z.string().optional(),
  now: z.number().nullable(),
  then: z.number().nullable(),
  difference: z.number().nullable(),
  relative: z.number().nullable(),
});
export type TileChange = z.infer<typeof TileChange>;

/** A group against its target: `share` of it, whether it is `reached`, and the `pace`: what the period's end brings at this rate; null: none can be told. */
export const TileGoal = z.object({
  key: Key,
  target: z.number(),
  share: z.number().nullable(),
  reached: z.boolean().nullable(),
  pace: z.number().nullable(),
});
export type TileGoal = z.infer<typeof TileGoal>;

/** What a tile says: the head of an answer; `groups`, those of a leaderboard in the order of their ranks; in the place of groups the buckets of a trend. */
export const TileFigures = z.object({
  tile: z.string(),
  kpi: z.string(),
  version: z.number().int(),
  unit: z.string(),
  /** RFC 3339, as the others; the instant that the figures are of. Pushed: since when they are as they are, for only what changes is sent */
  as_of: z.string(),
  known_at: z.string().optional(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** true: kept in step with every event and with the clock; false: asked anew when something was heard, at most every two seconds */
  live: z.boolean(),
  groups: z.array(AnswerGroup).optional(),
  /** where the tile asks for it; `reason`: why there is no earlier number (`no_window`, `longer_than_a_day`) */
  compared: z.object({ with: z.enum(comparisons), reason: z.string().nullable(), changes: z.array(TileChange) }).optional(),
  /** where the tile asks for it: of each group that has one its target; of a trend the one level that all its buckets are held against */
  goals: z.array(TileGoal).optional(),
  bucket: z.string().optional(),
  buckets: z.array(z.object({ from: z.string(), to: z.string(), groups: z.array(AnswerGroup) })).optional(),
});
export type TileFigures = z.infer<typeof TileFigures>;

/** A tile that asks wrongly: the parameter, and what it may be. */
export const TileProblem = z.object({ tile: z.string(), problem: z.string(), parameter: z.string(), allowed: z.array(z.string()) });
export type TileProblem = z.infer<typeof TileProblem>;

export const TileAnswer = z.union([TileFigures, TileProblem]);
export type TileAnswer = z.infer<typeof TileAnswer>;

/** What a page with a board hears. `tiles` is keyed: a patch carries only the tiles that say something else. */
export const BoardState = z.object({
  /** null: there is no board of that id (any more) */
  board: KeptBoard.nullable(),
  /** by the tile's id; one that is being answered for the first time is not there yet */
  tiles: z.record(z.string(), TileAnswer),
});
export type BoardState = z.infer<typeof BoardState>;

export const keyedOfBoard = ['tiles'] as const;
