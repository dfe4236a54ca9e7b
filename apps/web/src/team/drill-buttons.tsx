import { Trans, useLingui } from '@lingui/react/macro';
import { Icon } from './icons.js';

/** What stands at the right end of each panel's head. */
export function DrillButtons({ onClose, onCsv }: { onClose: () => void; onCsv?: () => void }) {
  const { t } = useLingui();
  return (
    <>
      <button type="button" className="btn btn-quiet" onClick={() => void navigator.clipboard?.writeText(window.location.href)}>
        <Icon of="link" />
        <span className="btn-word">
          <Trans>Copy link</Trans>
        </span>
      </button>
      {onCsv !== undefined && (
        <button type="button" className="btn btn-quiet" onClick={onCsv}>
          <Icon of="csv" />
          <span className="btn-word">CSV</span>
        </button>
      )}
      <button type="button" className="btn btn-quiet" aria-label={t`Close`} onClick={onClose}>
        <Icon of="close" />
      </button>
    </>
  );
}
