import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { parseAsking } from '@leadclock/domain/kpi/asking.js';
import { kpiNamed } from '@leadclock/domain/kpi/catalogue.js';
import { textIn } from '@leadclock/domain/kpi/group-field.js';
import type { Kpi } from '@leadclock/domain/kpi/kpi.js';
import { leaderboard } from '@leadclock/domain/kpi/leaderboard.js';
import { isTooFew } from '@leadclock/domain/kpi/too-few.js';
import { languages } from '@leadclock/domain/kpi/words.js';
import type { BoardTile, KeptBoard } from '@leadclock/live-protocol/board.js';
import type { AnswerGroup, TileAnswer, TileFigures } from '@leadclock/live-protocol/board-state.js';
import type { SceneFigures, SceneLine, SceneState, SceneTile } from '@leadclock/live-protocol/scene-state.js';
import { paramsOf } from './asked-tile.js';
import { asksForMore } from './beside.js';
import { filterMembers, membersOf } from './scene-members.js';

/** Lines of a tile that a wall has room for; of a leaderboard the best alone: a wall does not show who is last. */
const linesShown = 6;
const bestShown = 5;

/** A board as a wall shows it. */
export function sceneOf(board: KeptBoard | null, told: ReadonlyMap<string, TileAnswer>, configuration: Configuration): SceneState {
  if (board === null) return { name: null, order: [], tiles: {} };
  const tiles = board.tiles.map((tile) => [tile.id, sceneTile(tile, told.get(tile.id) ?? null, configuration)] as const);
  return { name: board.name, order: tiles.map(([id]) => id), tiles: Object.fromEntries(tiles) };
}

function sceneTile(tile: BoardTile, answer: TileAnswer | null, configuration: Configuration): SceneTile {
  const kpi = kpiNamed(tile.kpi);
  const params = paramsOf(tile);
  const parsed = kpi === null ? null : parseAsking(kpi, params, { configuration, now: 0 });
  const asking = parsed?.ok === true ? parsed.asking : null;
  const figures = answer === null || 'problem' in answer ? null : answer;
  return {
    form: formOf(tile, figures),
    better: kpi?.better ?? 'neither',
    rich: asksForMore(tile),
    title: tile.title ?? (kpi === null ? tile.kpi : null),
    words: kpi === null ? null : Object.fromEntries(languages.map((language) => [language, kpi.words[language].title])),
    window: asking?.window ?? null,
    from: tile.params['from'] ?? null,
    to: tile.params['to'] ?? null,
    as_of: tile.params['as_of'] ?? null,
    always: kpi !== null && asking !== null && kpi.shape(asking.params) === 'stock' ? 'now' : 'ever',
    of: filterMembers(configuration, asking?.filters ?? {}),
    says: kpi === null || figures === null ? null : saysOf(tile, kpi, figures, configuration),
    refused: answer !== null && 'problem' in answer,
  };
}

/** A number that comes in groups all the same (stages, bands) is a table of them. */
function formOf({ form }: BoardTile, figures: TileFigures | null): SceneTile['form'] {
  const isKeyed = Object.keys(figures?.groups?.[0]?.key ?? {}).length > 0;
  return form === 'number' && isKeyed ? 'table' : form;
}

function saysOf(tile: BoardTile, kpi: Kpi, figures: TileFigures, configuration: Configuration): SceneFigures {
  const { unit, groups = [], bucket, buckets = [] } = figures;
  const lines = inOrder(tile, kpi, groups).map((group) => lineOf(group, figures, configuration));
  const shown = tile.form === 'leaderboard' ? lines.filter(({ rank }) => rank !== null).slice(0, bestShown) : lines.slice(0, linesShown);
  return {
    unit,
    currency: textIn(
      buckets.flatMap((bucketed) => bucketed.groups.slice(0, 1)).findLast(({ value }) => value !== null),
      'currency',
    ),
    lines: shown,
    more: tile.form === 'leaderboard' ? 0 : lines.length - shown.length,
    bucket: bucket ?? null,
    points: buckets.map(({ from, groups: [first] }) => ({
      from,
      value: first?.value ?? null,
      small: first !== undefined && isTooFew(first),
    })),
    level: buckets.length === 0 ? null : (figures.goals?.[0]?.target ?? null),
  };
}

/** A table has the better first, unless stages or bands give the order; what stands for nobody, or for too few, comes last. */
function inOrder({ form, params }: BoardTile, kpi: Kpi, groups: readonly AnswerGroup[]): readonly AnswerGroup[] {
  if (form === 'leaderboard' || params['by'] === undefined || kpi.series.length > 0) return groups;
  return leaderboard(groups, { better: kpi.better, minimum: 0 }).map(({ group }) => group);
}

function lineOf(group: AnswerGroup, { groups = [], compared, goals = [] }: TileFigures, configuration: Configuration): SceneLine {
  const rank = group.rank ?? null;
  const change =
    compared?.reason === null
      ? compared.changes.find((one) => nameOf(one.key, one.currency) === nameOf(group.key, group['currency']))
      : undefined;
  const goal = goals.find(({ key }) => nameOf(key) === nameOf(group.key));
  return {
    members: membersOf(configuration, group.key),
    value: group.value,
    currency: textIn(group, 'currency'),
    n: group.n,
    small: isTooFew(group),
    rank,
    tied: rank !== null && groups.filter((other) => other.rank === rank).length > 1,
    change:
      compared === undefined || change === undefined ? null : { with: compared.with, then: change.then, difference: change.difference },
    goal: goal === undefined ? null : { target: goal.target, share: goal.share, reached: goal.reached, pace: goal.pace },
  };
}

const nameOf = (key: AnswerGroup['key'], currency: unknown = null): string => JSON.stringify([key, currency]);
