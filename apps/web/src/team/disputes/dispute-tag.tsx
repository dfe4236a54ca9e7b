import { Trans } from '@lingui/react/macro';
import { Shape } from '../icons.js';

/** How a dispute stands (`open`, `accepted`, `refused`), with its shape and its word; null: nobody disputes. */
export function DisputeTag({ status }: { status: string | null }) {
  switch (status) {
    case 'open':
      return (
        <span className="tag tag-soon">
          <Shape of="soon" />
          <Trans>disputed</Trans>
        </span>
      );
    case 'accepted':
      return (
        <span className="tag tag-done">
          <Shape of="done" />
          <Trans>dispute accepted</Trans>
        </span>
      );
    case 'refused':
      return (
        <span className="tag tag-plain">
          <Trans>dispute refused</Trans>
        </span>
      );
    default:
      return null;
  }
}
