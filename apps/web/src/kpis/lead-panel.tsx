import { useContext, useEffect, useRef } from 'react';
import { LeadView } from '../team/lead-view.js';
import { TeamContext } from '../team/team-context.js';

interface PanelProps {
  readonly lead: string;
  readonly onClose: () => void;
}

/** The lead of a row, as the manager's view shows it: verdict, policy, and its timeline with why each event counted. */
export const LeadPanel = (props: PanelProps) => (useContext(TeamContext) === null ? null : <Opened {...props} />);

function Opened({ lead, onClose }: PanelProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.focus();
  }, [lead]);
  return (
    <aside
      className="drill"
      ref={panel}
      tabIndex={-1}
      aria-labelledby="drill"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <LeadView lead={lead} onBack={null} onClose={onClose} />
    </aside>
  );
}
