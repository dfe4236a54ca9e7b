import type { BoardTile } from '@leadclock/live-protocol/board.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { Definition } from '../kpis/answers.js';
import { Choice } from '../kpis/choice.js';
import { isRefused } from '../kpis/is-refused.js';
import { QuestionForm } from '../kpis/question-form.js';
import { useAnswer } from '../kpis/use-numbers.js';
import { AskError } from '../team/ask.js';
import { changedTile } from './board-edit.js';
import { changeDraft, openTile } from './draft-store.js';
import { FormFields } from './form-fields.js';
import { firstQuestion, inForm, paramsOf, questionOf, tileAsking } from './tile-question.js';

interface EditorProps {
  readonly tile: BoardTile;
  readonly definition: Definition | undefined;
  readonly kpis: readonly Definition[];
}

/** One tile as a form: of which number, in which form, how wide, and its question. Each change is seen in the tile at once. */
export function TileEditor({ tile, definition, kpis }: EditorProps) {
  const { t } = useLingui();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.querySelector<HTMLElement>('select')?.focus(), []);
  const change = (part: Partial<BoardTile>): void => changeDraft((board) => changedTile(board, tile.id, part));
  const choose = (name: string): void => {
    const chosen = kpis.find((kpi) => kpi.name === name);
    if (chosen === undefined || name === tile.kpi) return;
    const { form: _, width: __, ...asked } = tileAsking(firstQuestion(chosen));
    change({ ...asked, ...inForm({ ...tile, ...asked }, tile.form, chosen) });
  };
  return (
    <section
      ref={panel}
      className="panel tile-editor"
      aria-label={t`Change the tile`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') openTile(null);
      }}
    >
      <div className="question-row">
        <Choice
          label={t`Number`}
          value={tile.kpi}
          choices={kpis.map(({ name, title }) => ({ value: name, label: title }))}
          onChoose={choose}
        />
        {definition !== undefined && <FormFields tile={tile} definition={definition} onChange={change} />}
        <input
          className="text-field"
          aria-label={t`Title`}
          placeholder={definition?.title ?? tile.kpi}
          maxLength={80}
          value={tile.title ?? ''}
          onChange={(event) => change({ title: event.target.value.trim() === '' ? null : event.target.value })}
        />
      </div>
      {definition !== undefined && <Question tile={tile} definition={definition} onChange={change} />}
      <button type="button" className="btn" onClick={() => openTile(null)}>
        <Trans>Close</Trans>
      </button>
    </section>
  );
}

interface QuestionProps {
  readonly tile: BoardTile;
  readonly definition: Definition;
  readonly onChange: (part: Partial<BoardTile>) => void;
}

function Question({ tile, definition, onChange }: QuestionProps) {
  const question = questionOf(tile, definition);
  const answer = useAnswer(question);
  const refused = answer.error instanceof AskError && isRefused(answer.error) ? answer.error : null;
  const all = useAnswer({ ...question, by: [] }, refused === null);
  // a number and a trend are of the whole
  const asked = tile.form === 'number' || tile.form === 'trend' ? { ...definition, max_by: 0 } : definition;
  return (
    <QuestionForm
      definition={asked}
      question={question}
      total={all.data ?? null}
      refused={refused}
      onAsk={(part) => onChange({ params: paramsOf({ ...question, ...part }) })}
    />
  );
}
