import { Trans } from '@lingui/react/macro';

interface ReasonProps {
  readonly codes: readonly string[];
  readonly reason: string;
  /** a code as people would say it */
  readonly said: (code: string) => string;
  readonly onReason: (code: string) => void;
}

/** Why, from a list. */
export function ReasonField({ codes, reason, said, onReason }: ReasonProps) {
  return (
    <label className="dialog-field">
      <span>
        <Trans>Why</Trans>
      </span>
      <select value={reason} onChange={(event) => onReason(event.target.value)}>
        {codes.map((code) => (
          <option key={code} value={code}>
            {said(code)}
          </option>
        ))}
      </select>
    </label>
  );
}
