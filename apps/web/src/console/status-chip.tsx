import { Shape } from '../clock/shapes.js';
import type { Status } from '../clock/status.js';
import { UNKNOWN, useWords } from '../clock/words.js';

interface ChipProps {
  readonly status: Status;
  readonly waitMs: number;
  /** false: nobody can know how long it has waited by now */
  readonly known?: boolean;
}

/** Shape left, time right, always as wide. The word stands elsewhere: under it, or in a tag. */
export function StatusChip({ status, waitMs, known = true }: ChipProps) {
  const words = useWords();
  return (
    <span className={known ? `chip chip-${status}` : 'chip chip-unknown'}>
      <Shape of={known ? status : 'untimed'} />
      <b>{known ? words.wait(waitMs) : UNKNOWN}</b>
    </span>
  );
}

/** The same status as a tag with its word. */
export function StatusTag({ status, known = true }: { status: Status; known?: boolean }) {
  const words = useWords();
  return (
    <span className={known ? `tag tag-${status}` : 'tag tag-plain'}>
      <Shape of={known ? status : 'untimed'} />
      {known ? words.status(status) : UNKNOWN}
    </span>
  );
}
