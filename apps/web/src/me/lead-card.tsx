import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { statusOf } from '../clock/status.js';
import { Icon } from '../console/icons.js';
import { humanised, useSourceWords } from '../console/source-words.js';
import { StatusTag } from '../console/status-chip.js';
import { useClock, useLink, useMoment, useTrust } from '../console/use-console.js';
import { ContactCard, MessageCard } from './contact-cards.js';
import { Decision } from './decision.js';
import { History } from './history.js';
import { useContact } from './lead-answers.js';
import { logStore } from './log-desk.js';
import { loopSheetStore } from './loop-sheet.js';
import { rep } from './streams.js';
import { useLeadTimeline } from './use-lead-timeline.js';
import { loopStore } from './use-loop.js';

/** The lead on the page: who it is, what must be done by when, and what has been. */
export function LeadCard({ lead, waits }: { lead: QueueLead; waits: boolean }) {
  const contact = useContact(lead.lead);
  const sheet = useStore(logStore, (log) => log.open === lead.lead);
  const open = useStore(loopSheetStore, (view) => (view.open?.lead === lead.lead ? view.open.sheet : null));
  const { loop, failed } = useStore(loopStore);
  const known = contact.data?.kind === 'found' ? contact.data.body.name : null;
  const name = known ?? lead.name;
  return (
    <section className="lead">
      <div className="lead-scroll">
        <Crumbs lead={lead} waits={waits} />
        <h1 dir="auto" title={name}>
          {name}
        </h1>
        <Meta lead={lead} waits={waits} />
        <Decision lead={lead} waits={waits} />
        {loop !== null && <loop.LeadPauses lead={lead} waits={waits} />}
        <div className="two">
          <ContactCard lead={lead.lead} />
          <MessageCard lead={lead.lead} />
        </div>
        <History lead={lead} waits={waits} />
      </div>
      {loop !== null && sheet && <loop.LogSheet lead={lead} waits={waits} name={name} />}
      {loop !== null && open !== null && <loop.LoopSheet sheet={open} lead={lead} name={name} />}
      {failed && (sheet || open !== null) && (
        <p className="sheet" role="alert">
          <Trans>This could not be loaded. Reload the page.</Trans>
        </p>
      )}
    </section>
  );
}

function Crumbs({ lead, waits }: { lead: QueueLead; waits: boolean }) {
  const asOf = useLink((view) => view.asOf);
  const { known } = useTrust();
  const owner = lead.owner ?? lead.rep;
  return (
    <div className="crumbs">
      {waits && <StatusTag status={statusOf(lead, asOf)} known={known} />}
      <span className="tag tag-plain">
        <span className="cut">
          {lead.rep === rep ? <Trans>yours</Trans> : owner === null ? <Trans>nobody’s yet</Trans> : <Trans>{owner}’s lead</Trans>}
        </span>
      </span>
      <i className="grow" />
      <a className="btn btn-quiet" href={`/team?lead=${encodeURIComponent(lead.lead)}`}>
        <Icon of="list" />
        <Trans>Timeline</Trans>
      </a>
      <CopyLink lead={lead.lead} />
    </div>
  );
}

function CopyLink({ lead }: { lead: string }) {
  const [copied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${window.location.origin}/me?lead=${encodeURIComponent(lead)}`).catch(() => undefined);
    setCopied(true);
    window.setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <Button className="btn btn-quiet" onPress={() => void copy()}>
      <Icon of="link" />
      {copied ? <Trans>Copied</Trans> : <Trans>Copy link</Trans>}
    </Button>
  );
}

function Meta({ lead, waits }: { lead: QueueLead; waits: boolean }) {
  const words = useSourceWords();
  const clock = useClock();
  const moment = useMoment();
  const minute = useLink((view) => view.now - (view.now % 60_000));
  const timeline = useLeadTimeline(lead, waits);
  const created = timeline.data?.kind === 'found' ? timeline.data.body.find((event) => event.type === 'lead.created') : undefined;
  const from = lead.origin === null ? (lead.channel === null ? null : words.channel(lead.channel)) : words.origin(lead.origin);
  const campaign = created?.campaign ?? null;
  const parts = [
    lead.product === null ? null : humanised(lead.product),
    from === null ? null : campaign === null ? from : `${from} “${humanised(campaign)}”`,
  ].filter((part) => part !== null);
  const arrived = created?.at ?? lead.since;
  const today = moment(arrived, minute) === clock.short(arrived);
  const at = today ? clock.exact(arrived) : moment(arrived, minute);
  return (
    <p className="meta" dir="auto">
      {parts.map((part) => `${part} · `).join('')}
      <Trans>arrived {at}</Trans>
    </p>
  );
}
