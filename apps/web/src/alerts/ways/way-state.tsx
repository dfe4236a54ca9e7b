import { Trans } from '@lingui/react/macro';
import { Shape } from '../../team/icons.js';
import type { Way } from './way-answers.js';

/** How a way does, in a word. */
export function WayState({ way: { state } }: { way: Way }) {
  switch (state) {
    case 'works':
      return (
        <span className="tag tag-in">
          <Shape of="in" />
          <Trans>works</Trans>
        </span>
      );
    case 'failing':
      return (
        <span className="tag tag-late">
          <Shape of="late" />
          <Trans>fails</Trans>
        </span>
      );
    case 'paused':
      return (
        <span className="tag tag-paused">
          <Shape of="paused" />
          <Trans>paused</Trans>
        </span>
      );
    default:
      return (
        <span className="tag tag-untimed">
          <Shape of="untimed" />
          <Trans>never tried</Trans>
        </span>
      );
  }
}
