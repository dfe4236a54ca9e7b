import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Icon } from '../team/icons.js';
import { useWayTo } from './use-way-to.js';

/** The way back to the catalogue, in the language of the address. */
export function BackLink() {
  const wayTo = useWayTo();
  return (
    <Link className="back" to={wayTo('/kpis')}>
      <Icon of="left" />
      <Trans>All numbers</Trans>
    </Link>
  );
}
