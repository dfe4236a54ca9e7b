import type { SceneFigures, SceneLine, SceneTile } from '@leadclock/live-protocol/scene-state.js';
import { useLingui } from '@lingui/react/macro';
import { UNKNOWN } from '../../clock/words.js';
import { Changed } from '../changed.js';
import { NoAnswer, TileHead } from './tile-head.js';
import { useSceneWords } from './use-scene-words.js';

interface NumberProps {
  readonly tile: SceneTile;
  readonly isKnown: boolean;
  /** alone in its column: its figure is as large as those on top */
  readonly isTall: boolean;
}

/** One number: as large as it fits, of how many, and what cannot be added to it. */
export function NumberTile({ tile, isKnown, isTall }: NumberProps) {
  return (
    <section className={isTall ? 'panel number number-tall' : 'panel number'}>
      <TileHead tile={tile} />
      {tile.says === null ? <NoAnswer tile={tile} /> : <Figure says={tile.says} isKnown={isKnown} isTall={isTall} />}
    </section>
  );
}

/** longer ones are set smaller */
const LONG = { tall: 7, low: 8 } as const;
const VERY_LONG = 11;

function Figure({ says, isKnown, isTall }: { says: SceneFigures; isKnown: boolean; isTall: boolean }) {
  const words = useSceneWords();
  const { unit } = says;
  const [main, apart] = says.lines;
  const shown = !isKnown ? UNKNOWN : words.value(main?.value ?? null, { unit, currency: main?.currency ?? null });
  const length = shown.length > VERY_LONG ? ' is-longest' : shown.length > (isTall ? LONG.tall : LONG.low) ? ' is-long' : '';
  return (
    <>
      <p className={main?.small === true ? `board-figure is-few${length}` : `board-figure${length}`}>{shown}</p>
      <p className="board-notes">{isKnown && main !== undefined && <Notes main={main} apart={apart} unit={unit} />}</p>
      <Changed value={isKnown ? (main?.value ?? null) : null} />
    </>
  );
}

function Notes({ main, apart, unit }: { main: SceneLine; apart: SceneLine | undefined; unit: string }) {
  const { t } = useLingui();
  const words = useSceneWords();
  const n = words.count(main.n);
  const isCount = main.n === main.value && main.currency === null;
  const other = apart === undefined ? '' : words.value(apart.value, { unit, currency: apart.currency });
  const notes = [
    isCount ? '' : t`n = ${n}`,
    main.small && main.n > 0 ? t`too few to judge by` : '',
    other === '' ? '' : t`and ${other} without a rate`,
  ];
  return notes
    .filter((note) => note !== '')
    .map((note) => (
      <span key={note} className="cut" title={note}>
        {note}
      </span>
    ));
}
