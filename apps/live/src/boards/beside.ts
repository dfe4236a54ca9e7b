import { type Asking, parseAsking } from '@leadclock/domain/kpi/asking.js';
import { kpiNamed } from '@leadclock/domain/kpi/catalogue.js';
import { changesBetween } from '@leadclock/domain/kpi/changes.js';
import type { Kpi } from '@leadclock/domain/kpi/kpi.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { type Site, siteOf } from '@leadclock/domain/kpi/site.js';
import { addsUp, heldAgainst, targetFor } from '@leadclock/domain/kpi/wanted.js';
import type { BoardTile } from '@leadclock/live-protocol/board.js';
import type { AnswerGroup, TileAnswer, TileChange, TileFigures, TileGoal } from '@leadclock/live-protocol/board-state.js';
import type { Then } from '../answer/compare.js';
import { paramsOf } from './asked-tile.js';
import type { Standing } from './read-model-standing.js';

/** What stands beside a tile's answer, as far as the tile asks for it; null: it does not, or it is not there yet. */
export interface Beside {
  readonly then: Then | null;
  /** all targets of its KPI */
  readonly targets: readonly GroupAnswer[] | null;
}

export const nothingBeside: Beside = { then: null, targets: null };

export const asksForMore = ({ compare, target, form }: BoardTile): boolean => (compare !== null && form !== 'trend') || target !== null;

/** The answer of a tile with what it asks to see beside it. */
export function withBeside(
  tile: BoardTile,
  answer: TileAnswer,
  beside: Beside,
  { configuration }: Pick<Standing, 'configuration'>,
): TileAnswer {
  if ('problem' in answer || !asksForMore(tile)) return answer;
  const kpi = kpiNamed(tile.kpi);
  const parsed = kpi === null ? null : parseAsking(kpi, paramsOf(tile), { configuration, now: Date.parse(answer.as_of) });
  if (kpi === null || parsed?.ok !== true) return answer;
  const compared = comparedWith(tile, answer, beside);
  const goals = goalsOf({ tile, kpi, asking: parsed.asking, site: siteOf(configuration) }, answer, beside);
  return { ...answer, ...(compared === null ? {} : { compared }), ...(goals === null ? {} : { goals }) };
}

function comparedWith({ compare }: BoardTile, { groups }: TileFigures, { then }: Beside): TileFigures['compared'] | null {
  if (compare === null || then === null || groups === undefined) return null;
  // who is gone since has no line to stand in
  const changes = changesBetween(groups, then.groups).slice(0, groups.length);
  return { with: compare, reason: then.reason, changes: then.reason === null ? changes.map(plain) : [] };
}

const plain = ({ key, ...change }: ReturnType<typeof changesBetween>[number]): TileChange => ({ ...change, key: { ...key } });

interface Asked {
  readonly tile: BoardTile;
  readonly kpi: Kpi;
  readonly asking: Asking;
  readonly site: Site;
}

function goalsOf(asked: Asked, { groups, buckets }: TileFigures, { targets }: Beside): TileGoal[] | null {
  const { tile, kpi, asking } = asked;
  if (tile.target === null || (tile.target === 'set' && targets === null)) return null;
  if (buckets === undefined) return (groups ?? []).flatMap((group) => goalOf(asked, group, targets ?? []) ?? []);
  // a day is not held against the target of a month
  if (tile.target === 'set' && addsUp(kpi, asking)) return [];
  const last = buckets.findLast(({ groups: [first] }) => (first?.value ?? null) !== null)?.groups[0];
  const goal = last === undefined ? null : goalOf(asked, last, targets ?? []);
  return goal === null ? [] : [{ ...goal, pace: null }];
}

/** Money that stands apart is held against nothing: targets are in the site's currency. */
function goalOf({ tile, kpi, asking, site }: Asked, group: AnswerGroup, targets: readonly GroupAnswer[]): TileGoal | null {
  const { key, value, currency } = group;
  if (typeof currency === 'string' && site.currency !== null && currency !== site.currency) return null;
  const target = tile.target === 'set' ? targetFor(kpi, asking, targets, key, site) : tile.target;
  return target === null ? null : { key, ...heldAgainst(kpi, asking, value, target, site) };
}
