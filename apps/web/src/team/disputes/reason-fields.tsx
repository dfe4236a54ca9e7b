import { Trans } from '@lingui/react/macro';
import { useDisputeWords } from './dispute-words.js';

interface ReasonProps {
  readonly codes: readonly string[];
  readonly reason: string;
  readonly onReason: (code: string) => void;
  readonly note: string;
  readonly onNote: (text: string) => void;
}

/** Why, from a list, and a note in one's own words. */
export function ReasonFields({ codes, reason, onReason, note, onNote }: ReasonProps) {
  const words = useDisputeWords();
  return (
    <>
      <label className="dialog-field">
        <span>
          <Trans>Why</Trans>
        </span>
        <select value={reason} onChange={(event) => onReason(event.target.value)}>
          {codes.map((code) => (
            <option key={code} value={code}>
              {words.reason(code)}
            </option>
          ))}
        </select>
      </label>
      <label className="dialog-field">
        <span>
          <Trans>In your own words, if you like</Trans>
        </span>
        <textarea rows={2} maxLength={5_000} dir="auto" value={note} onChange={(event) => onNote(event.target.value)} />
      </label>
    </>
  );
}
