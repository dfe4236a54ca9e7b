import type { BoardTile, KeptBoard } from '@leadclock/live-protocol/board.js';
import type { TileAnswer } from '@leadclock/live-protocol/board-state.js';
import { Trans } from '@lingui/react/macro';
import { useId } from 'react';
import { Link } from 'react-router';
import { useTrust } from '../console/use-console.js';
import type { Definition } from '../kpis/answers.js';
import { TileBody } from './tile-body.js';
import { TileButtons, type TileEdit } from './tile-buttons.js';
import { TileProblem } from './tile-problem.js';
import { addressOf, questionOf } from './tile-question.js';
import { useLanguageSearch } from './use-language-search.js';
import { useTileWords } from './use-tile-words.js';

interface CardProps {
  readonly tile: BoardTile;
  /** undefined: there is no such KPI, or not known yet */
  readonly definition: Definition | undefined;
  /** whether the catalogue is there */
  readonly isKnown: boolean;
  readonly kept: KeptBoard | null;
  /** null: not there yet */
  readonly answer: TileAnswer | null;
  /** null: the board is looked at */
  readonly edit: TileEdit | null;
}

/** One tile: its name, what it asks, and the answer. Pressed, it opens the page of its number. */
export function TileCard({ tile, definition, isKnown, kept, answer, edit }: CardProps) {
  const { known } = useTrust();
  const name = useId();
  const words = useTileWords();
  const language = useLanguageSearch();
  const title = tile.title ?? definition?.title ?? (isKnown ? tile.kpi : '…');
  const { pathname, search } = addressOf(tile);
  const to = { pathname, search: [search, language.slice(1)].filter((part) => part !== '').join('&') };
  const sub = words(tile, questionOf(tile, definition), definition);
  return (
    <article className={`panel tile w${tile.width}${edit === null ? '' : ' is-edited'}`} aria-labelledby={name}>
      <h2 id={name} dir="auto">
        {edit === null && definition !== undefined ? <Link to={to}>{title}</Link> : title}
      </h2>
      <p className="cap t2">{sub}</p>
      <div className="tile-body">
        {answer === null ? (
          <i className="bone bone-figure" aria-hidden="true" />
        ) : 'problem' in answer ? (
          <TileProblem tile={tile} definition={definition} isKnown={isKnown} answer={answer} kept={edit === null ? kept : null} />
        ) : known && definition !== undefined ? (
          <TileBody tile={tile} definition={definition} answer={answer} />
        ) : (
          <p className="figure-line">
            <b aria-hidden="true">—</b>
            <span className="vh">
              <Trans>not known now</Trans>
            </span>
          </p>
        )}
      </div>
      {edit !== null && <TileButtons tile={tile} title={title} edit={edit} />}
    </article>
  );
}
