import { Trans, useLingui } from '@lingui/react/macro';
import { Icon } from './icons.js';
import { useAddress } from './use-address.js';

/** What stands at the right end of each panel's head. */
export function DrillButtons({ onCsv }: { onCsv?: () => void }) {
  const { t } = useLingui();
  const { go } = useAddress();
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
      <button type="button" className="btn btn-quiet" aria-label={t`Close`} onClick={() => go({ showing: null, lead: null })}>
        <Icon of="close" />
      </button>
    </>
  );
}
