import type { SceneTile } from '@leadclock/live-protocol/scene-state.js';
import { Trans } from '@lingui/react/macro';
import { NotLiveBand } from '../not-live.js';
import type { BoardPage } from '../scene/scene-list.js';
import { useView } from '../use-view.js';
import { LinesTile } from './lines-tile.js';
import { NumberTile } from './number-tile.js';
import { isWide, pagesOf } from './pages.js';
import { TrendTile } from './trend-tile.js';
import { WideTile } from './wide-tile.js';

/** A page of a board. When its stream alone falls silent, it alone says so. */
export function BoardScene({ board, page }: BoardPage) {
  const state = useView((view) => view.boards.find(({ id }) => id === board)?.state ?? null);
  const freshness = useView((view) => view.boards.find(({ id }) => id === board)?.freshness ?? 'starting');
  const lastFrame = useView((view) => view.boards.find(({ id }) => id === board)?.lastFrame ?? null);
  const isLive = useView((view) => view.freshness === 'live' || view.freshness === 'reconnecting');
  const isKnown = useView((view) => view.freshness !== 'unknown') && freshness !== 'unknown' && freshness !== 'gone';
  const isStale = freshness === 'stale' || freshness === 'unknown' || (freshness === 'gone' && state !== null);
  if (state === null) return freshness === 'gone' ? <Nothing of="silent" /> : <i className="bone" aria-busy="true" />;
  if (state.name === null) return <Nothing of="gone" />;
  const pages = pagesOf(state);
  const columns = pages[page - 1] ?? pages[0];
  if (columns === undefined) return <Nothing of="empty" />;
  return (
    <>
      {columns.map((column) => (
        <div className={isStale ? 'column column-dim' : 'column'} key={column.join(' ')}>
          {column.map((id) => {
            const tile = state.tiles[id];
            return tile === undefined ? null : <Tile key={id} tile={tile} isKnown={isKnown} isTall={column.length === 1 && !tile.rich} />;
          })}
        </div>
      ))}
      {isStale && isLive && <NotLiveBand since={lastFrame} />}
    </>
  );
}

function Tile({ tile, isKnown, isTall }: { tile: SceneTile; isKnown: boolean; isTall: boolean }) {
  if (tile.form === 'number') return <NumberTile tile={tile} isKnown={isKnown} isTall={isTall} />;
  if (tile.form === 'trend') return <TrendTile tile={tile} isKnown={isKnown} />;
  if (isWide(tile)) return <WideTile tile={tile} isKnown={isKnown} />;
  return <LinesTile tile={tile} isKnown={isKnown} />;
}

/** Why there is nothing to see. */
function Nothing({ of }: { of: 'gone' | 'empty' | 'silent' }) {
  return (
    <section className="panel no-board">
      <p>
        {of === 'gone' ? (
          <Trans>There is no board at this address (any more)</Trans>
        ) : of === 'empty' ? (
          <Trans>This board is empty</Trans>
        ) : (
          <Trans>Nothing was heard of this board yet</Trans>
        )}
      </p>
    </section>
  );
}
