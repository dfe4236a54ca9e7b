import type { SceneFigures, SceneTile } from '@leadclock/live-protocol/scene-state.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { useBesideWords } from '../../boards/beside-words.js';
import { UNKNOWN } from '../../clock/words.js';
import { NoAnswer, TileHead } from './tile-head.js';
import { trendPicture } from './trend-picture.js';
import { useSceneWords } from './use-scene-words.js';

/** How a number moved: a line, what it was last, and when it began. */
export function TrendTile({ tile, isKnown }: { tile: SceneTile; isKnown: boolean }) {
  const { says } = tile;
  return (
    <section className="panel">
      <TileHead tile={tile} />
      {says === null ? (
        <NoAnswer tile={tile} />
      ) : says.points.every(({ value }) => value === null) ? (
        <p className="quiet">
          <Trans>Nothing to count yet</Trans>
        </p>
      ) : (
        <Picture tile={tile} says={says} isKnown={isKnown} />
      )}
    </section>
  );
}

/** what is wanted is written in the other half than its line, where the number hardly is */
const HALF = 205;
const WRITTEN = { above: 84, below: 362 } as const;

function Picture({ tile, says, isKnown }: { tile: SceneTile; says: SceneFigures; isKnown: boolean }) {
  const { t } = useLingui();
  const words = useSceneWords();
  const beside = useBesideWords(words.value);
  const { points, unit, bucket } = says;
  const measure = { unit, currency: says.currency };
  const picture = trendPicture(points, unit, says.level);
  const known = points.filter(({ value }) => value !== null);
  const [first, last] = [points[0], known[known.length - 1]];
  const lastText = isKnown ? words.value(last?.value ?? null, measure) : UNKNOWN;
  const title = words.title(tile);
  const goal = { target: says.level ?? 0, share: null, reached: null };
  const wanted = says.level === null ? [] : [beside.goal(goal, measure)];
  return (
    <>
      <svg
        className="trend"
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        role="img"
        aria-label={[t`${title}, the last ${lastText}`, ...wanted].join(', ')}
      >
        {picture.marks.map(({ y, value }) => (
          <g key={value}>
            <path className="trend-grid" d={`M${picture.left} ${y}H${picture.width}`} />
            <text className="trend-mark" x={picture.left - 16} y={y + 17}>
              {isKnown ? words.mark(value, measure) : ''}
            </text>
          </g>
        ))}
        {picture.level !== null && <path className="trend-level" d={`M${picture.left} ${picture.level}H${picture.width}`} />}
        {isKnown && <path className="trend-line" d={picture.line} />}
        {isKnown &&
          picture.dots.map(({ x, y, small }) => (
            <circle key={x} className={small ? 'trend-dot trend-dot-few' : 'trend-dot'} cx={x} cy={y} r="9" />
          ))}
        {picture.level !== null && (
          <text className="trend-goal" x={picture.width} y={picture.level < HALF ? WRITTEN.below : WRITTEN.above}>
            {wanted}
          </text>
        )}
        {first !== undefined && (
          <text className="trend-date" x={picture.left} y={picture.height - 12}>
            {words.bucket(bucket, first.from)}
          </text>
        )}
        {last !== undefined && (
          <text className="trend-last" x={picture.width} y={picture.height - 12}>
            {words.bucket(bucket, last.from)}: {lastText}
          </text>
        )}
      </svg>
    </>
  );
}
