import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Shape } from '../clock/shapes.js';
import { useLink, useLive, useMoment, useTrust } from '../console/use-console.js';
import { DisputeTag } from '../team/disputes/dispute-tag.js';
import { WhyButton } from '../team/disputes/why-button.js';
import type { OwnLead } from './own-leads.js';
import { memberOf } from './record.js';
import { floor } from './streams.js';
import { loopStore } from './use-loop.js';
import { useOwnLeads } from './use-own-leads.js';

/** Lines at first, and more each time that more are wanted. */
const SHOWN = 5;

/** The rep's leads that wait no more, each with what came of it and the way to say that this is wrong. */
export function MyLeads() {
  const { data, isError } = useOwnLeads();
  const [most, setMost] = useState(SHOWN);
  const leads = data ?? [];
  return (
    <section className="own" aria-labelledby="own">
      <h2 id="own">
        <Trans>My answered and closed leads</Trans>
      </h2>
      {data === undefined && isError && (
        <p className="cap t3">
          <Trans>They cannot be had just now.</Trans>
        </p>
      )}
      {data !== undefined && leads.length === 0 && (
        <p className="cap t3">
          <Trans context="leads">None yet</Trans>
        </p>
      )}
      <ul>
        {leads.slice(0, most).map((lead) => (
          <Line key={lead.lead} of={lead} />
        ))}
      </ul>
      {leads.length > most && (
        <button type="button" className="btn btn-quiet" onClick={() => setMost(most + 4 * SHOWN)}>
          <Trans>Show more</Trans>
        </button>
      )}
    </section>
  );
}

function Line({ of }: { of: OwnLead }) {
  const { t } = useLingui();
  const moment = useMoment();
  const minute = useLink((view) => view.asOf - (view.asOf % 60_000));
  const { live } = useTrust();
  const [shows, setShows] = useState<'dialog' | 'why' | null>(null);
  const { loop: later, failed } = useStore(loopStore);
  const { lead, name, at, dispute } = of;
  const show = (what: 'dialog' | 'why'): void => {
    setShows(shows === what ? null : what);
  };
  return (
    <li>
      <p className="own-head">
        <a className="cut" href={`/team?lead=${encodeURIComponent(lead)}`} dir="auto" title={name}>
          {name}
        </a>
        <time className="t3 cap" dateTime={new Date(at).toISOString()}>
          {moment(at, minute)}
        </time>
      </p>
      <p className="own-foot">
        <Came of={of} />
        <DisputeTag status={dispute} />
        <span className="own-acts">
          {dispute !== null && <WhyButton name={name} open={shows === 'why'} onPress={() => show('why')} />}
          <button type="button" className="as-link" disabled={!live} aria-label={t`Dispute: ${name}`} onClick={() => show('dialog')}>
            <Trans>Dispute</Trans>
          </button>
        </span>
      </p>
      {failed && shows !== null && (
        <p className="cap" role="alert">
          <Trans>This could not be loaded. Reload the page.</Trans>
        </p>
      )}
      {later !== null && shows === 'why' && <later.OwnDisputes lead={lead} />}
      {later !== null && shows === 'dialog' && <later.OwnDispute lead={lead} about={aboutOf(of)} onClose={() => setShows(null)} />}
    </li>
  );
}

/** What is offered first: who was passed over says that the answer was his; of what is his own already, and of what nobody answered, it may have been no lead. */
const aboutOf = ({ came }: OwnLead): string => (came === 'other' ? 'answer' : 'spam');

/** What came of a lead, with its shape and its word. */
function Came({ of: { came, by } }: { of: OwnLead }) {
  const who = useLive(floor, (state) => (by === null ? null : (memberOf(state?.reps ?? {}, by)?.name ?? by)));
  switch (came) {
    case 'met':
      return (
        <span className="tag tag-in">
          <Shape of="in" />
          <Trans>in target</Trans>
        </span>
      );
    case 'late':
      return (
        <span className="tag tag-late">
          <Shape of="late" />
          <Trans>late</Trans>
        </span>
      );
    case 'other':
      return (
        <span className="tag tag-plain">
          <span className="cut">{who === null ? <Trans>answered</Trans> : <Trans>answered by {who}</Trans>}</span>
        </span>
      );
    case 'closed':
      return (
        <span className="tag tag-plain">
          <Trans>closed, not answered</Trans>
        </span>
      );
  }
}
