import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useClock, useLink, useMoment } from '../../console/use-console.js';
import { hasCall, readSteps } from './steps-ahead.js';
import { useLeadDetail } from './use-lead-detail.js';
import { useStepWords } from './use-step-words.js';

const SHOWN = 3;

interface ToldStepsProps {
  readonly lead: QueueLead;
  readonly waits: boolean;
  /** what the card says until the server has answered */
  readonly meanwhile: ReactNode;
}

/** Who is told of the lead next, when, and what its policy does then: a step goes when its instant has passed. */
export function ToldSteps({ lead, waits, meanwhile }: ToldStepsProps) {
  const clock = useClock();
  const moment = useMoment();
  const words = useStepWords(lead.team);
  const now = useLink((view) => view.asOf);
  const detail = useLeadDetail(lead, waits);
  const steps = readSteps(detail)?.filter(({ at }) => at > now);
  const rings = hasCall(detail);
  const [open, setOpen] = useState(false);
  if (steps === undefined) return meanwhile;
  const more = steps.length - SHOWN;
  const shown = open ? steps : steps.slice(0, SHOWN);
  const written = (at: number): string => (moment(at, now) === clock.short(at) ? clock.exact(at) : moment(at, now));
  return (
    <div className="next" id="claim-note">
      {steps.length === 0 && !rings && (
        <span>
          {waits && lead.heldMs !== null ? (
            <Trans>Nobody is told while the clock stands.</Trans>
          ) : waits && lead.due === null ? (
            <Trans>No policy gives it a target: nobody is told.</Trans>
          ) : (
            <Trans>Nobody is told any more.</Trans>
          )}
        </span>
      )}
      {shown.map((step, index) => (
        <span key={`${step.at} ${index}`}>
          <b>{written(step.at)}</b>
          <span>{words(step, !step.isOfContact && lead.due !== null && step.at < lead.due)}</span>
        </span>
      ))}
      {more > 0 && (
        <Button className="link" aria-expanded={open} onPress={() => setOpen(!open)}>
          {open ? <Trans>Show fewer</Trans> : <Plural value={more} one="and # more" other="and # more" />}
        </Button>
      )}
    </div>
  );
}
