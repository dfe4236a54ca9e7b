import { type ReactNode, useEffect } from 'react';
import { BackLink } from './back-link.js';
import { LeadPanel } from './lead-panel.js';
import { useOpenLead } from './use-open-lead.js';

interface PlaceProps {
  readonly title: string;
  /** what the page is for, in a sentence */
  readonly about: string;
  readonly children: ReactNode;
}

/** A page beside the numbers, which is no number itself; a lead opens over it. */
export function Place({ title, about, children }: PlaceProps) {
  const { lead, close } = useOpenLead();
  useEffect(() => {
    document.title = `${title} · Leadclock`;
  }, [title]);
  return (
    <main className="kpi-page">
      <BackLink />
      <header className="kpi-head">
        <h1>{title}</h1>
        <p className="formula">{about}</p>
      </header>
      {children}
      {lead !== null && <LeadPanel lead={lead} onClose={close} />}
    </main>
  );
}
