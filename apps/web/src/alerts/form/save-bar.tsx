import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { DiscardQuestion } from '../../console/discard-question.js';

interface BarProps {
  /** something would be lost with the form */
  readonly unsaved: boolean;
  readonly canSave: boolean;
  readonly onClose: () => void;
  /** other buttons beside those */
  readonly more?: ReactNode;
  /** what is wrong */
  readonly children: ReactNode;
}

/** The foot of a form: it is saved, or left, which is asked about where something would be lost. */
export function SaveBar({ unsaved, canSave, onClose, more, children }: BarProps) {
  const [asked, setAsked] = useState(false);
  return (
    <div className="pol-save">
      {children}
      <div className="pol-bar">
        <button type="submit" id="pol-save" className="btn btn-primary" disabled={!canSave}>
          <Trans>Save</Trans>
        </button>
        <button type="button" className="btn" onClick={() => (unsaved ? setAsked(true) : onClose())}>
          <Trans>Cancel</Trans>
        </button>
        {more}
        <span className="cap t2" role="status">
          {unsaved && <Trans>Not saved yet.</Trans>}
        </span>
      </div>
      {asked && unsaved && <DiscardQuestion className="pol-bar" onDiscard={onClose} onGoOn={() => setAsked(false)} />}
    </div>
  );
}
