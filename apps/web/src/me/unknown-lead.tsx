import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { memberIn, textIn } from '../console/json.js';
import { useLink, useLive } from '../console/use-console.js';
import { seat } from './alert-desk.js';
import { alertOf } from './alerts.js';
import { useDetail } from './lead-answers.js';
import { adopt, selectionStore } from './selection.js';
import { floor } from './streams.js';
import { unlistedLead } from './unlisted-lead.js';
import { useRepName } from './verdict.js';

/** A lead that the address names and the queue does not have. One that this rep is told of is to be called: it gets its card. */
export function UnknownLead({ lead }: { lead: string }) {
  const freshness = useLink((view) => view.freshness);
  const detail = useDetail(lead, freshness === 'live' ? '' : null);
  const seen = useStore(selectionStore, (selection) => selection.seen);
  const body = detail.data?.kind === 'found' ? detail.data.body : null;
  const owner = useRepName(textIn(memberIn(body, 'state'), 'owner'));
  const isTold = useLive(floor, (state) => alertOf(state?.alerts ?? {}, lead, seat()) !== null);
  useEffect(() => {
    if (isTold && body !== null) adopt(unlistedLead(lead, body, owner));
  }, [isTold, body, lead, owner]);
  if (seen !== null || isTold || detail.isPending) return <section className="lead" aria-busy="true" />;
  const found = textIn(body, 'name');
  return (
    <section className="lead">
      <div className="lead-scroll">
        <div className="rest">
          <h1 dir="auto">{found ?? <Trans>There is no such lead</Trans>}</h1>
          <p className="meta">
            {found === null ? (
              <Trans>Nothing was ever heard of a lead with this id.</Trans>
            ) : (
              <>
                <Trans>It does not wait.</Trans>{' '}
                <a href={`/team?lead=${encodeURIComponent(lead)}`}>
                  <Trans>Its timeline says why.</Trans>
                </a>
              </>
            )}
          </p>
        </div>
      </div>
    </section>
  );
}
