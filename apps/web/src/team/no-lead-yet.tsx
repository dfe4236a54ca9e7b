import { Trans } from '@lingui/react/macro';
import { isLive } from './address.js';
import { useHistory } from './history-context.js';
import { useTeam } from './team-context.js';

/** On a site without leads: what the page waits for, and where it is said how leads come in. */
export function NoLeadYet() {
  const { figures, filters } = useTeam();
  const history = useHistory();
  const asksForAll = isLive(filters) && filters.team === null;
  // the history was read when the page was opened; what is live knows of the first lead at once
  const hasCome = figures === null || figures.waiting.n > 0 || figures.funnel.some(({ count }) => count > 0);
  if (!asksForAll || history === null || history.anyLead || hasCome) return null;
  return (
    <p className="no-lead" role="status">
      <b>
        <Trans>No lead in the last 30 days.</Trans>
      </b>{' '}
      <Trans>
        Leads come in as events, by POST /v1/events: <a href="/docs">how to send them</a>.
      </Trans>
    </p>
  );
}
