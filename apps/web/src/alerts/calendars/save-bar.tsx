import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { dropEdit, type Editing, isUnsaved } from './draft-store.js';

interface BarProps {
  readonly editing: Editing;
  readonly sending: boolean;
  readonly children: ReactNode;
}

/** Saves, or discards after a question. */
export function SaveBar({ editing, sending, children }: BarProps) {
  const { seen, theirs } = editing;
  const unsaved = isUnsaved(editing);
  const [asked, setAsked] = useState(false);
  return (
    <div className="pol-save">
      {children}
      <div className="pol-bar">
        <button type="submit" id="cal-save" className="btn btn-primary" disabled={sending || theirs !== null || (!unsaved && seen !== '0')}>
          <Trans>Save</Trans>
        </button>
        <button type="button" className="btn" onClick={() => (unsaved ? setAsked(true) : dropEdit())}>
          <Trans>Cancel</Trans>
        </button>
        <span className="cap t2" role="status">
          {unsaved && <Trans>Not saved yet.</Trans>}
        </span>
      </div>
      {asked && unsaved && (
        <div className="pol-bar" role="alert">
          <span>
            <Trans>Discard what you have changed?</Trans>
          </span>
          <button type="button" className="btn" onClick={dropEdit}>
            <Trans>Discard</Trans>
          </button>
          <button type="button" className="btn btn-quiet" onClick={() => setAsked(false)}>
            <Trans>Go on editing</Trans>
          </button>
        </div>
      )}
    </div>
  );
}
