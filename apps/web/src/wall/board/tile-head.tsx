import type { SceneTile } from '@leadclock/live-protocol/scene-state.js';
import { Trans } from '@lingui/react/macro';
import { useSceneWords } from './use-scene-words.js';

/** The name of a tile, and beside it of when it is; of whom, where no line below has room for that. */
export function TileHead({ tile, isOfWhom = true }: { tile: SceneTile; isOfWhom?: boolean }) {
  const words = useSceneWords();
  const title = words.title(tile);
  const when = [words.when(tile), isOfWhom ? words.of(tile) : ''].filter((part) => part !== '').join(' · ');
  return (
    <header className="panel-head board-head">
      <h2 className="cut" dir="auto" title={title}>
        {title}
      </h2>
      <span className="cut" title={when}>
        {when}
      </span>
    </header>
  );
}

/** What stands in the place of an answer that is not there. */
export function NoAnswer({ tile }: { tile: SceneTile }) {
  if (tile.words === null)
    return (
      <p className="quiet">
        <Trans>There is no such number (any more)</Trans>
      </p>
    );
  if (tile.refused)
    return (
      <p className="quiet">
        <Trans>This cannot be answered: see the board</Trans>
      </p>
    );
  return <i className="bone board-bone" aria-busy="true" />;
}
