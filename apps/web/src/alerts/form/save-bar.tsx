import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';

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
      {asked && unsaved && (
        <div className="pol-bar" role="alert">
          <span>
            <Trans>Discard what you have changed?</Trans>
          </span>
          <button type="button" className="btn" onClick={onClose}>
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
