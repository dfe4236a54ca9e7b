import type { SceneFigures, SceneLine, SceneTile } from '@leadclock/live-protocol/scene-state.js';
import { Trans } from '@lingui/react/macro';
import { useBesideWords } from '../../boards/beside-words.js';
import { UNKNOWN } from '../../clock/words.js';
import { Place } from './place.js';
import { NoAnswer, TileHead } from './tile-head.js';
import { useSceneWords } from './use-scene-words.js';

/** rows that the wall has room for under their heads */
const ROWS = 5;

interface WideProps {
  readonly tile: SceneTile;
  readonly isKnown: boolean;
}

/** A table or a leaderboard with what each line was and what is wanted of it: as wide as the wall, so that all of it is read from as far as the lines. */
export function WideTile({ tile, isKnown }: WideProps) {
  const { says } = tile;
  return (
    <section className="panel">
      <TileHead tile={tile} />
      {says === null ? (
        <NoAnswer tile={tile} />
      ) : says.lines.length === 0 ? (
        <p className="quiet">{tile.form === 'leaderboard' ? <Trans>No ranking yet</Trans> : <Trans>Nothing to count yet</Trans>}</p>
      ) : (
        <Lines tile={tile} says={says} isKnown={isKnown} />
      )}
    </section>
  );
}

function Lines({ tile, says: { unit, lines, more }, isKnown }: WideProps & { says: SceneFigures }) {
  const words = useSceneWords();
  const beside = useBesideWords(words.value);
  const isRanked = tile.form === 'leaderboard';
  const all = lines.length + more;
  const shown = all > ROWS ? lines.slice(0, ROWS - 1) : lines;
  const beyond = all - shown.length;
  const against = lines.find(({ change }) => change !== null)?.change?.with ?? null;
  const hasGoals = lines.some(({ goal }) => goal !== null);
  const isCounts = lines.every(({ n, value, currency }) => n === value && currency === null);
  return (
    <table className="wide">
      <thead>
        <tr>
          {isRanked && (
            <th scope="col">
              <span className="hidden">
                <Trans>Place</Trans>
              </span>
            </th>
          )}
          <td />
          <th scope="colgroup" colSpan={against === null ? 1 : 2}>
            {against !== null && beside.against(against)}
          </th>
          {hasGoals && (
            <th scope="col">
              <Trans context="a column">target</Trans>
            </th>
          )}
          {!isCounts && <th scope="col">n</th>}
        </tr>
      </thead>
      <tbody>
        {shown.map((line) => (
          <tr
            key={line.members.map(({ value }) => value ?? ' ').join('/') + (line.currency ?? '')}
            className={line.small ? 'is-few' : undefined}
          >
            {isRanked && (
              <td className="wide-place">
                <Place line={line} />
              </td>
            )}
            <th scope="row" className="cut" dir="auto" title={words.group(line)}>
              {words.group(line)}
            </th>
            <td className="wide-value">{isKnown ? words.value(line.value, { unit, currency: line.currency }) : UNKNOWN}</td>
            {against !== null && <Change tile={tile} line={line} unit={unit} isKnown={isKnown} />}
            {hasGoals && <td>{isKnown ? line.goal !== null && beside.goalCell(line.goal, { unit, currency: line.currency }) : UNKNOWN}</td>}
            {!isCounts && <td>{isKnown ? words.count(line.n) : UNKNOWN}</td>}
          </tr>
        ))}
      </tbody>
      {beyond > 0 && (
        <tfoot>
          <tr>
            <td colSpan={6}>
              <Trans>+{beyond} more</Trans>
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** In short for the eye, under the head that says against what; in full for who hears it. */
function Change({ tile, line, unit, isKnown }: WideProps & { line: SceneLine; unit: string }) {
  const words = useSceneWords();
  const beside = useBesideWords(words.value);
  const measure = { unit, currency: line.currency };
  if (!isKnown) return <td>{UNKNOWN}</td>;
  if (line.change === null) return <td />;
  return (
    <td>
      <span aria-hidden="true">{beside.changeCell(line.change, measure, tile.better)}</span>
      <span className="hidden">{beside.change(line.change.with, line.change, measure, tile.better).text}</span>
    </td>
  );
}
