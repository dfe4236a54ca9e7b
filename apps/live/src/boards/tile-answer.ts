import type { Answer } from '@leadclock/domain/kpi/answer.js';
import { kpiNamed } from '@leadclock/domain/kpi/catalogue.js';
import { leaderboard } from '@leadclock/domain/kpi/leaderboard.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import type { BoardTile } from '@leadclock/live-protocol/board.js';
import type { AnswerGroup, TileAnswer, TileProblem } from '@leadclock/live-protocol/board-state.js';
import type { Refusal } from '../answer/answered.js';
import type { Trend } from '../answer/trend.js';

/** What an answer is on a tile. */
export function tileFigures(tile: BoardTile, answer: Answer | Trend, live: boolean): TileAnswer {
  if ('buckets' in answer) {
    const buckets = answer.buckets.map(({ groups, ...span }) => ({ ...span, groups: groups.map(plain) }));
    return { tile: tile.id, ...answer, buckets, live };
  }
  return { tile: tile.id, ...answer, groups: tile.form === 'leaderboard' ? ranked(tile, answer.groups) : answer.groups.map(plain), live };
}

export const tileProblem = ({ id }: BoardTile, { problem, parameter, allowed }: Refusal): TileProblem => ({
  tile: id,
  problem,
  parameter,
  allowed: [...allowed],
});

/** What is wrong with a tile beside its question; null: nothing. */
export function faultOf({ kpi, form, params }: BoardTile): Refusal | null {
  if (form !== 'leaderboard' || params['by'] !== undefined) return null;
  return { parameter: 'by', problem: 'a leaderboard ranks groups: say by what', allowed: kpiNamed(kpi)?.dimensions ?? [] };
}

function ranked({ kpi, minimum }: BoardTile, groups: readonly GroupAnswer[]): AnswerGroup[] {
  const asked = kpiNamed(kpi);
  const ranks = leaderboard(groups, { better: asked?.better ?? 'neither', minimum });
  return ranks.map(({ rank, group }) => ({ ...plain(group), rank }));
}

const plain = (group: GroupAnswer): AnswerGroup => ({ ...group, key: { ...group.key }, excluded: { ...group.excluded } });

/** Whether two answers differ in nothing but the instants that they are of. */
export const saysTheSame = (a: TileAnswer, b: TileAnswer): boolean => written(a) === written(b);

const instants: readonly string[] = ['as_of', 'from', 'to'];

const written = (answer: TileAnswer): string =>
  JSON.stringify(answer, (key, value: unknown) => (instants.includes(key) ? undefined : value));
