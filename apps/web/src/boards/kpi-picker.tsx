import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../console/icons.js';
import type { Definition } from '../kpis/answers.js';
import { useQuestionWords } from '../kpis/question-words.js';
import { found } from '../kpis/search.js';
import { openTile } from './draft-store.js';

/** The catalogue, to choose what a tile is of: typing searches, Enter takes the first. */
export function KpiPicker({ kpis, onChoose }: { kpis: readonly Definition[]; onChoose: (definition: Definition) => void }) {
  const { t } = useLingui();
  const words = useQuestionWords();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const matching = found(kpis, typed, words.section);
  const [first] = matching;
  return (
    <section
      className="panel tile-editor"
      aria-label={t`Add a tile`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') openTile(null);
      }}
    >
      <h2>
        <Trans>Which number?</Trans>
      </h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (first !== undefined) onChoose(first);
        }}
      >
        <label className="search">
          <Icon of="search" />
          <input ref={field} aria-label={t`Search a number`} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
      </form>
      <p className="vh" role="status">
        <Plural value={matching.length} one="# number" other="# numbers" />
      </p>
      <ul className="kpi-choices">
        {matching.map((kpi) => (
          <li key={kpi.name}>
            <button type="button" className="kpi-choice" onClick={() => onChoose(kpi)}>
              <b>{kpi.title}</b>
              <span>{words.section(kpi.section)}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="btn" onClick={() => openTile(null)}>
        <Trans>Close</Trans>
      </button>
    </section>
  );
}
