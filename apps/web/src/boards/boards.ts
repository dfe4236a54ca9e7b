import type { BoardTile } from '@leadclock/live-protocol/board.js';
import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ask } from '../team/ask.js';

const Tile = z.object({
  id: z.string(),
  title: z.nullable(z.string()),
  kpi: z.string(),
  params: z.record(z.string(), z.string()),
  form: z.enum(['number', 'table', 'trend', 'leaderboard']),
  bucket: z.nullable(z.enum(['hour', 'day', 'week', 'month'])),
  compare: z.nullable(z.enum(['before', 'weekday', 'last_year'])),
  target: z.nullable(z.union([z.literal('set'), z.number()])),
  minimum: z.number(),
  teams: z.boolean(),
  width: z.number(),
});
export const Board = z.object({ id: z.string(), name: z.string(), version: z.number(), changed_at: z.string(), tiles: z.array(Tile) });
const Boards = z.object({ boards: z.array(Board) });

export const BOARDS = 'boards';

/** All boards, by name. */
export function useBoards(enabled = true) {
  return useQuery({
    queryKey: [BOARDS],
    enabled,
    staleTime: 0,
    queryFn: async ({ signal }) => (await ask('/v1/boards', Boards, signal)).boards,
  });
}

const Group = z.looseObject({
  key: z.record(z.string(), z.nullable(z.string())),
  value: z.nullable(z.number()),
  n: z.number(),
  excluded: z.record(z.string(), z.number()),
});
const Key = z.record(z.string(), z.nullable(z.string()));
const number = z.nullable(z.number());
const Change = z.object({ key: Key, currency: z.optional(z.string()), now: number, then: number, difference: number, relative: number });
const Goal = z.object({ key: Key, target: z.number(), share: number, reached: z.nullable(z.boolean()), pace: number });
const Figures = z.object({
  tile: z.string(),
  kpi: z.string(),
  version: z.number(),
  unit: z.string(),
  as_of: z.string(),
  from: z.nullable(z.string()),
  to: z.nullable(z.string()),
  live: z.boolean(),
  groups: z.optional(z.array(Group)),
  compared: z.optional(
    z.object({ with: z.enum(['before', 'weekday', 'last_year']), reason: z.nullable(z.string()), changes: z.array(Change) }),
  ),
  goals: z.optional(z.array(Goal)),
  bucket: z.optional(z.string()),
  buckets: z.optional(z.array(z.object({ from: z.string(), to: z.string(), groups: z.array(Group) }))),
});
const Problem = z.object({ tile: z.string(), problem: z.string(), parameter: z.string(), allowed: z.array(z.string()) });
const Answers = z.object({ tiles: z.array(z.union([Figures, Problem])) });

const AGAIN_MS = 5_000;

/** What a tile says that is on no board yet; null: not there yet, or there is nothing to ask. */
export function useTried(tile: BoardTile | null) {
  const { data } = useQuery({
    queryKey: ['tried', JSON.stringify(tile)],
    enabled: tile !== null,
    refetchInterval: AGAIN_MS,
    queryFn: ({ signal }) => ask('/v1/questions', Answers, signal, { tiles: [tile] }),
  });
  return data?.tiles[0] ?? null;
}
