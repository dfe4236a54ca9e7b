import type { KeptBoard } from '@leadclock/live-protocol/board.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { DiscardQuestion } from '../console/discard-question.js';
import type { Draft } from './board-edit.js';
import { BOARDS } from './boards.js';
import { Conflict } from './conflict.js';
import { changeDraft, draftStore, dropDraft, isUnsaved } from './draft-store.js';
import { type Kept, keepBoard } from './keep-board.js';
import { KeptProblem } from './kept-problem.js';

interface EditBarProps {
  readonly draft: Draft;
  /** the board as it is kept; null: not known (any more) */
  readonly kept: KeptBoard | null;
  readonly isGone: boolean;
  readonly onSaved: (board: KeptBoard) => void;
}

/** The board's name, and what becomes of the changes. */
export function EditBar({ draft, kept, isGone, onSaved }: EditBarProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const unsaved = useStore(draftStore, isUnsaved);
  const [answered, setAnswered] = useState<Kept | null>(null);
  const [saving, setSaving] = useState(false);
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const { name } = draft.board;
  const isChanged = (kept !== null && kept.version > draft.seen) || answered?.kind === 'changed' || answered?.kind === 'gone';
  const save = async (): Promise<void> => {
    setSaving(true);
    const result = await keepBoard(draft.id, draft.seen, draft.board);
    setSaving(false);
    setAnswered(result);
    if (result.kind !== 'kept' || result.version === null) return;
    onSaved({ ...draft.board, id: draft.id, version: result.version, changed_at: new Date().toISOString() });
    dropDraft();
    void client.invalidateQueries({ queryKey: [BOARDS] });
  };
  return (
    <section className="edit-bar" aria-labelledby="editing">
      <h1 className="vh" id="editing">
        <Trans>Editing the board</Trans>
      </h1>
      <div className="edit-line">
        <input
          ref={field}
          className="text-field"
          aria-label={t`Name of the board`}
          maxLength={80}
          value={name}
          onChange={(event) => changeDraft((board) => ({ ...board, name: event.target.value }))}
        />
        <button type="button" className="btn btn-primary" disabled={!unsaved || saving || name.trim() === ''} onClick={() => void save()}>
          <Trans>Save</Trans>
        </button>
        <button type="button" className="btn" onClick={() => (unsaved ? setAsked(true) : dropDraft())}>
          {unsaved ? <Trans>Cancel</Trans> : <Trans>Done</Trans>}
        </button>
        <span className="cap t2" role="status">
          {unsaved && <Trans>Not saved yet.</Trans>}
        </span>
      </div>
      {asked && <DiscardQuestion className="board-asks" onDiscard={dropDraft} onGoOn={() => setAsked(false)} />}
      {isChanged || isGone ? <Conflict draft={draft} isGone={isGone || answered?.kind === 'gone'} /> : <KeptProblem kept={answered} />}
    </section>
  );
}
