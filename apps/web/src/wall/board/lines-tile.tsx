import type { SceneLine, SceneTile } from '@leadclock/live-protocol/scene-state.js';
import { Trans } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import { UNKNOWN } from '../../clock/words.js';
import { Place } from './place.js';
import { NoAnswer, TileHead } from './tile-head.js';
import { useSceneWords } from './use-scene-words.js';

/** rows of the usual height; one more stands closer */
const ROOMY = 5;

/** A table or a leaderboard: its first groups. */
export function LinesTile({ tile, isKnown }: { tile: SceneTile; isKnown: boolean }) {
  const words = useSceneWords();
  const { says } = tile;
  if (says === null)
    return (
      <section className="panel">
        <TileHead tile={tile} />
        <NoAnswer tile={tile} />
      </section>
    );
  const { unit, lines, more } = says;
  // the last row tells how many there are beyond it
  const shown = more > 0 ? lines.slice(0, -1) : lines;
  const beyond = more > 0 ? more + 1 : 0;
  const counts = shown.map(({ n }) => words.count(n));
  const isCounts = shown.every(({ n, value, currency }) => n === value && currency === null);
  const width = isCounts ? 0 : Math.max(1, ...counts.map((count) => count.length));
  return (
    <section className="panel">
      <TileHead tile={tile} />
      {shown.length === 0 ? (
        <p className="quiet">{tile.form === 'leaderboard' ? <Trans>No ranking yet</Trans> : <Trans>Nothing to count yet</Trans>}</p>
      ) : (
        <ol className={lines.length > ROOMY ? 'lines lines-tight' : 'lines'} style={countWidth(width)}>
          {shown.map((line, at) => (
            <Line
              key={line.members.map(({ value }) => value ?? ' ').join('/') + (line.currency ?? '')}
              line={line}
              unit={unit}
              isRanked={tile.form === 'leaderboard'}
              count={isCounts ? null : (counts[at] ?? '')}
              isKnown={isKnown}
            />
          ))}
          {beyond > 0 && (
            <li className="line more-row">
              <Trans>+{beyond} more</Trans>
            </li>
          )}
        </ol>
      )}
    </section>
  );
}

interface LineProps {
  readonly line: SceneLine;
  readonly unit: string;
  readonly isRanked: boolean;
  /** null: the value is the count */
  readonly count: string | null;
  readonly isKnown: boolean;
}

function Line({ line, unit, isRanked, count, isKnown }: LineProps) {
  const words = useSceneWords();
  const name = words.group(line);
  return (
    <li className={`line${isRanked ? ' line-ranked' : ''}${count === null ? ' line-bare' : ''}${line.small ? ' is-few' : ''}`}>
      {isRanked && <Place line={line} />}
      <span className="cut" dir="auto" title={name}>
        {name}
      </span>
      <b>{isKnown ? words.value(line.value, { unit, currency: line.currency }) : UNKNOWN}</b>
      {count !== null && (
        <span className="count">
          <span className="hidden">n = </span>
          {isKnown ? count : UNKNOWN}
        </span>
      )}
    </li>
  );
}

const countWidth = (digits: number): CSSProperties => Object.assign<CSSProperties, object>({}, { '--count': `${digits}ch` });
