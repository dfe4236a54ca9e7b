import { Trans } from '@lingui/react/macro';

interface DiscardQuestionProps {
  /** how the page lays out a line of buttons */
  readonly className: string;
  readonly onDiscard: () => void;
  readonly onGoOn: () => void;
}

/** Asked of who leaves a form in which something would be lost. */
export function DiscardQuestion({ className, onDiscard, onGoOn }: DiscardQuestionProps) {
  return (
    <div className={className} role="alert">
      <span>
        <Trans>Discard what you have changed?</Trans>
      </span>
      <button type="button" className="btn" onClick={onDiscard}>
        <Trans>Discard</Trans>
      </button>
      <button type="button" className="btn btn-quiet" onClick={onGoOn}>
        <Trans>Go on editing</Trans>
      </button>
    </div>
  );
}
