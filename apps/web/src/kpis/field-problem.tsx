import { Plural, Trans } from '@lingui/react/macro';
import { Shape } from '../team/icons.js';
import type { Refused } from './refusal.js';

interface FieldProblemProps {
  readonly refused: Refused;
  /** the field in words */
  readonly name: string;
  /** what the address says there */
  readonly given: string;
  readonly onLeaveOut: () => void;
}

/** What is wrong with a field, in words, and the way out. What could be chosen instead stands in the field itself. */
export function FieldProblem({ refused: { fault }, name, given, onLeaveOut }: FieldProblemProps) {
  return (
    <p className="field-problem" role="alert">
      <Shape of="late" />
      <span>
        {fault.kind === 'value' && (
          <Trans>
            “{given}” is not possible for “{name}”.
          </Trans>
        )}
        {fault.kind === 'time' && <Trans>“{given}” is not a time: write a date such as 2026-11-24.</Trans>}
        {fault.kind === 'order' && <Trans>This period ends before it begins.</Trans>}
        {fault.kind === 'both' && <Trans>Either a period by its name, or its beginning and end: not both.</Trans>}
        {fault.kind === 'many' && (
          <Plural
            value={fault.most}
            one="This number can be grouped by # dimension at a time."
            other="This number can be grouped by # dimensions at a time."
          />
        )}
        {fault.kind === 'name' && <Trans>This number has nothing called “{given}”.</Trans>}{' '}
        <button type="button" className="as-link" onClick={onLeaveOut}>
          <Trans>Leave it out</Trans>
        </button>
      </span>
    </p>
  );
}
