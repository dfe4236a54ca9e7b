import type { BoardTile } from '@leadclock/live-protocol/board.js';
import type { TileFigures } from '@leadclock/live-protocol/board-state.js';
import { Trans } from '@lingui/react/macro';
import type { Definition } from '../kpis/answers.js';
import { ranked } from '../kpis/group-order.js';
import { keysOf } from '../kpis/parts.js';
import { placed } from './places.js';
import { TileGroups } from './tile-groups.js';
import { TileNumber } from './tile-number.js';
import { TileTrend } from './tile-trend.js';

interface BodyProps {
  readonly tile: BoardTile;
  readonly definition: Definition;
  readonly answer: TileFigures;
}

/** The answer in the tile's form. A number that comes in groups all the same (stages, bands) is a table of them. */
export function TileBody({ tile, definition, answer }: BodyProps) {
  if (answer.buckets !== undefined)
    return <TileTrend definition={definition} bucket={answer.bucket} buckets={answer.buckets} goal={answer.goals?.[0] ?? null} />;
  const groups = answer.groups ?? [];
  if (groups.length === 0)
    return (
      <p className="t2">
        <Trans>Nothing to count yet in this period.</Trans>
      </p>
    );
  const keys = keysOf(groups);
  if (keys.length === 0) return <TileNumber definition={definition} groups={groups} answer={answer} />;
  if (tile.form === 'leaderboard')
    return <TileGroups definition={definition} keys={keys} lines={placed(groups)} minimum={tile.minimum} isRanked answer={answer} />;
  const asked = (tile.params['by'] ?? '').split(',');
  const isSeries = keys.some((key) => !asked.includes(key));
  const lines = ranked(groups, definition, isSeries, null);
  return <TileGroups definition={definition} keys={keys} lines={lines} minimum={0} isRanked={false} answer={answer} />;
}
