import { z } from 'zod';
import { comparisons, tileForms } from './board.js';

/** The stream of walls that show a board as a scene. */
export const sceneStream = (board: string): string => `scene:${board}`;

/** A value of a dimension. `name` is the site's own word for it (of a rep, a team, a stage); null: it has none, the code says it. */
export const SceneMember = z.object({ dimension: z.string(), value: z.string().nullable(), name: z.string().nullable() });
export type SceneMember = z.infer<typeof SceneMember>;

/** One group of an answer, as far as a wall shows it. */
export const SceneLine = z.object({
  members: z.array(SceneMember),
  value: z.number().nullable(),
  currency: z.string().nullable(),
  n: z.number().int(),
  /** too few to judge by */
  small: z.boolean(),
  /** null: shown, not ranked */
  rank: z.number().int().nullable(),
  tied: z.boolean(),
  /** how it has changed, where the tile asks for it; null: it does not, or there is nothing to compare with */
  change: z.object({ with: z.enum(comparisons), then: z.number().nullable(), difference: z.number().nullable() }).nullable(),
  /** how it stands against its target, where the tile asks for it and there is one */
  goal: z
    .object({ target: z.number(), share: z.number().nullable(), reached: z.boolean().nullable(), pace: z.number().nullable() })
    .nullable(),
});
export type SceneLine = z.infer<typeof SceneLine>;

export const ScenePoint = z.object({ from: z.string(), value: z.number().nullable(), small: z.boolean() });
export type ScenePoint = z.infer<typeof ScenePoint>;

/** What a tile says: the first lines of its answer and how many more there are, or the points of its trend. */
export const SceneFigures = z.object({
  unit: z.string(),
  /** of a trend's points; lines have their own */
  currency: z.string().nullable(),
  lines: z.array(SceneLine),
  more: z.number().int(),
  bucket: z.string().nullable(),
  points: z.array(ScenePoint),
  /** the level that a trend is held against */
  level: z.number().nullable(),
});
export type SceneFigures = z.infer<typeof SceneFigures>;

/** A tile as a wall shows it: nothing in it is about a single lead or customer. */
export const SceneTile = z.object({
  form: z.enum(tileForms),
  /** what is better, `less`, `more` or `neither` */
  better: z.enum(['less', 'more', 'neither']),
  /** more stands beside its answer, which needs room */
  rich: z.boolean(),
  /** what people called it; null: as its KPI is called. Of a KPI that is not there (any more) its name */
  title: z.string().nullable(),
  /** the title of the KPI by language; null: there is none of that name (any more) */
  words: z.record(z.string(), z.string()).nullable(),
  /** the named window; null: see `from`, `to` and `always` */
  window: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  as_of: z.string().nullable(),
  /** without a window: what stands now, or all that ever was */
  always: z.enum(['now', 'ever']),
  /** of whom alone */
  of: z.array(SceneMember),
  /** null: it is being answered for the first time, or cannot be answered (`refused`) */
  says: SceneFigures.nullable(),
  refused: z.boolean(),
});
export type SceneTile = z.infer<typeof SceneTile>;

/** A board on a wall. `tiles` is keyed: a patch carries only the tiles that say something else. */
export const SceneState = z.object({
  /** null: there is no board of that id (any more) */
  name: z.string().nullable(),
  /** the ids of its tiles, in their order */
  order: z.array(z.string()),
  tiles: z.record(z.string(), SceneTile),
});
export type SceneState = z.infer<typeof SceneState>;

export const keyedOfScene = ['tiles'] as const;
