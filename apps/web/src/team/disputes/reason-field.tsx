import { Trans } from '@lingui/react/macro';
import { useDisputeWords } from './dispute-words.js';

interface ReasonProps {
  readonly codes: readonly string[];
  readonly reason: string;
  readonly onReason: (code: string) => void;
}

/** Why, from a list. */
export function ReasonField({ codes, reason, onReason }: ReasonProps) {
  const words = useDisputeWords();
  return (
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
  );
}
