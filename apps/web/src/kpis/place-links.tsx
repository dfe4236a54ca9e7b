import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useOpenDisputes } from '../team/disputes/use-open-disputes.js';
import { useWayTo } from './use-way-to.js';

/** The ways from the catalogue to what is no number of its own. */
export function PlaceLinks() {
  const { t } = useLingui();
  const wayTo = useWayTo();
  const open = useOpenDisputes();
  return (
    <nav className="place-links" aria-label={t`Beside the numbers`}>
      <Link to={wayTo('/kpis/journey')}>
        <Trans>Where the time went</Trans>
      </Link>
      <Link to={wayTo('/kpis/disputes')}>
        <Trans>Disputes</Trans>
        {open !== null && open.count > 0 && ` (${open.count}${open.more ? '+' : ''})`}
      </Link>
      <Link to={wayTo('/kpis/odd-data')}>
        <Trans>Odd data</Trans>
      </Link>
    </nav>
  );
}
