import type { BoardTile } from '@leadclock/live-protocol/board.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { Icon } from '../team/icons.js';
import { openTile } from './draft-store.js';

/** What can be done with a tile while its board is changed. */
export interface TileEdit {
  readonly isOpen: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly move: (by: number) => void;
  readonly remove: () => void;
}

/** Earlier, later, change, remove. */
export function TileButtons({ tile: { id }, title, edit }: { tile: BoardTile; title: string; edit: TileEdit }) {
  const { t } = useLingui();
  const { isOpen, isFirst, isLast, move, remove } = edit;
  return (
    <div className="tile-buttons" role="group" aria-label={title}>
      <button
        type="button"
        className="btn btn-quiet"
        data-focus={`${id} -1`}
        disabled={isFirst}
        aria-label={t`Earlier: ${title}`}
        title={t`Earlier`}
        onClick={() => move(-1)}
      >
        <Icon of="left" />
      </button>
      <button
        type="button"
        className="btn btn-quiet"
        data-focus={`${id} 1`}
        disabled={isLast}
        aria-label={t`Later: ${title}`}
        title={t`Later`}
        onClick={() => move(1)}
      >
        <Icon of="right" />
      </button>
      <button
        type="button"
        className="btn btn-quiet"
        aria-expanded={isOpen}
        aria-label={t`Change: ${title}`}
        onClick={() => openTile(isOpen ? null : id)}
      >
        <Icon of="pencil" />
        <Trans>Change</Trans>
      </button>
      <button type="button" className="btn btn-quiet" aria-label={t`Remove: ${title}`} title={t`Remove`} onClick={remove}>
        <Icon of="close" />
      </button>
    </div>
  );
}
