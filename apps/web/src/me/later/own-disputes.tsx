import { i18n } from '@lingui/core';
import { type ReactNode, useMemo } from 'react';
import { useLink, useLive } from '../../console/use-console.js';
import { messages as en } from '../../locales/disputes/en.po';
import { messages as es } from '../../locales/disputes/es.po';
import { messages as ru } from '../../locales/disputes/ru.po';
import { DisputeDialog } from '../../team/disputes/dispute-dialog.js';
import { ToldDisputes } from '../../team/disputes/told-disputes.js';
import { RepsContext } from '../../team/reps-context.js';
import { AsOfContext } from '../../team/team-context.js';
import { floor, rep } from '../streams.js';
import '../../team/disputes/disputes.css';

// beside the texts that the page has already
i18n.load({ en, es, ru });

interface OwnDisputeProps {
  readonly lead: string;
  /** what is offered first */
  readonly about: string;
  readonly onClose: () => void;
}

/** The manager's own dialog; who sits here says so. */
export const OwnDispute = (dispute: OwnDisputeProps) => (
  <Floor>
    <DisputeDialog {...dispute} by={rep} />
  </Floor>
);

/** What was disputed about a lead and why, and what was decided. */
export const OwnDisputes = ({ lead }: { lead: string }) => (
  <Floor>
    <ToldDisputes lead={lead} />
  </Floor>
);

/** What the manager's parts draw from, of the floor that this page hears. */
function Floor({ children }: { children: ReactNode }) {
  const known = useLive(floor, (state) => state?.reps ?? null);
  const now = useLink((view) => view.asOf);
  const reps = useMemo(() => Object.entries(known ?? {}).map(([id, { name }]) => ({ rep: id, name })), [known]);
  return (
    <RepsContext.Provider value={reps}>
      <AsOfContext.Provider value={now}>{children}</AsOfContext.Provider>
    </RepsContext.Provider>
  );
}
