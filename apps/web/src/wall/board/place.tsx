import type { SceneLine } from '@leadclock/live-protocol/scene-state.js';
import { Trans } from '@lingui/react/macro';

/** A line's place in a ranking; one that is shared says so by a mark, and to who hears it by a word. */
export const Place = ({ line: { rank, tied } }: { line: SceneLine }) => (
  <b>
    {rank}
    {tied && <span aria-hidden="true">=</span>}
    {tied && (
      <span className="hidden">
        <Trans>shared</Trans>
      </span>
    )}
  </b>
);
