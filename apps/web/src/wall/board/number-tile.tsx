import type { SceneFigures, SceneLine, SceneTile } from '@leadclock/live-protocol/scene-state.js';
import { useLingui } from '@lingui/react/macro';
import { useBesideWords, withArrow } from '../../boards/beside-words.js';
import { UNKNOWN } from '../../clock/words.js';
import { Changed } from '../changed.js';
import { NoAnswer, TileHead } from './tile-head.js';
import { useSceneWords } from './use-scene-words.js';

interface NumberProps {
  readonly tile: SceneTile;
  readonly isKnown: boolean;
  /** alone in its column, and with little to say beside it: its figure is as large as those on top */
  readonly isTall: boolean;
}

/** One number: as large as it fits, of how many, and what cannot be added to it. */
export function NumberTile({ tile, isKnown, isTall }: NumberProps) {
  return (
    <section className={isTall ? 'panel number number-tall' : 'panel number'}>
      <TileHead tile={tile} isOfWhom={false} />
      {tile.says === null ? <NoAnswer tile={tile} /> : <Figure tile={tile} says={tile.says} isKnown={isKnown} isTall={isTall} />}
    </section>
  );
}

/** longer ones are set smaller */
const LONG = { tall: 7, low: 8 } as const;
const VERY_LONG = 11;

function Figure({ tile, says, isKnown, isTall }: NumberProps & { says: SceneFigures }) {
  const words = useSceneWords();
  const notes = useNotes();
  const { unit } = says;
  const [main, apart] = says.lines;
  const shown = !isKnown ? UNKNOWN : words.value(main?.value ?? null, { unit, currency: main?.currency ?? null });
  const length = shown.length > VERY_LONG ? ' is-longest' : shown.length > (isTall ? LONG.tall : LONG.low) ? ' is-long' : '';
  return (
    <>
      <p className={main?.small === true ? `board-figure is-few${length}` : `board-figure${length}`}>{shown}</p>
      {isKnown && main !== undefined && <BesideNumber tile={tile} line={main} unit={unit} />}
      <p className="board-notes">
        {[words.of(tile), ...(isKnown && main !== undefined ? notes(main, apart, unit) : [])]
          .filter((note) => note !== '')
          .map((note) => (
            <span key={note} className="cut" title={note}>
              {note}
            </span>
          ))}
      </p>
      <Changed value={isKnown ? (main?.value ?? null) : null} />
    </>
  );
}

/** How it has changed, and how it stands against its target: each in a line that is to be read from far. */
function BesideNumber({ tile, line, unit }: { tile: SceneTile; line: SceneLine; unit: string }) {
  const words = useSceneWords();
  const beside = useBesideWords(words.value);
  const measure = { unit, currency: line.currency };
  const { change, goal } = line;
  const told = [
    change === null ? '' : withArrow(beside.change(change.with, change, measure, tile.better)),
    goal === null ? '' : beside.goal(goal, measure),
    goal === null || goal.pace === null ? '' : beside.pace(goal.pace, measure),
  ];
  return told
    .filter((text) => text !== '')
    .map((text) => (
      <p key={text} className="board-beside">
        {text}
      </p>
    ));
}

/** Of how many the number is, whether that is too few, and what could not be added. */
function useNotes() {
  const { t } = useLingui();
  const words = useSceneWords();
  return (main: SceneLine, apart: SceneLine | undefined, unit: string): readonly string[] => {
    const n = words.count(main.n);
    const isCount = main.n === main.value && main.currency === null;
    const other = apart === undefined ? '' : words.value(apart.value, { unit, currency: apart.currency });
    return [
      isCount ? '' : t`n = ${n}`,
      main.small && main.n > 0 ? t`too few to judge by` : '',
      other === '' ? '' : t`and ${other} without a rate`,
    ];
  };
}
