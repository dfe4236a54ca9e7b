import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../clock/words.js';
import { Icon } from '../../console/icons.js';
import { humanised } from '../../console/source-words.js';
import { useLink, useMoment, useTrust } from '../../console/use-console.js';
import { ask } from '../lead-answers.js';
import { useLeadTimeline } from '../use-lead-timeline.js';
import { useRepName } from '../verdict.js';
import { type Pause, type Pauses, readPauses } from './pauses.js';

const SHOWN = 5;
/** How old the sums of a pause that goes on may be. */
const AGAIN_AFTER_MS = 15_000;

/** What stopped the clock of the lead, and what that comes to; nothing where it was never paused. */
export function LeadPauses({ lead, waits }: { lead: QueueLead; waits: boolean }) {
  const pauses = usePauses(lead, waits);
  const words = useWords();
  if (pauses === null || pauses.all.length === 0) return null;
  const before = pauses.all.length - SHOWN;
  const [wall, working] = [words.wait(pauses.seconds * 1_000), words.wait(pauses.workingSeconds * 1_000)];
  return (
    <section className="panel card prev paused-by">
      <h2>
        <Trans>Pauses</Trans>
      </h2>
      <ul>
        {pauses.all.slice(0, SHOWN).map((pause) => (
          <Line key={pause.from} pause={pause} goesOn={pause === pauses.now} />
        ))}
      </ul>
      {before > 0 && (
        <p className="small t2">
          <Plural value={before} one="and # before" other="and # before" />
        </p>
      )}
      <p className="small">
        <Trans>
          Together <b>{wall}</b>, of which <b>{working}</b> is working time. A pause is no answer.
        </Trans>
      </p>
    </section>
  );
}

/** null: it is not known yet, or there was none. Who was never paused is asked about no further: the timeline, which is there, says so. */
function usePauses(lead: QueueLead, waits: boolean): Pauses | null {
  const { live } = useTrust();
  const timeline = useLeadTimeline(lead, waits);
  const events = timeline.data?.kind === 'found' ? timeline.data.body : [];
  const { lead: id, since, heldMs } = lead;
  const { data } = useQuery({
    queryKey: ['pauses', id, since, heldMs, waits],
    queryFn: ({ signal }) => ask(`/v1/leads/${encodeURIComponent(id)}`, readPauses, signal),
    enabled: heldMs !== null || events.some(({ type, counts }) => type === 'lead.paused' && counts),
    refetchInterval: live && waits && heldMs !== null ? AGAIN_AFTER_MS : false,
    staleTime: AGAIN_AFTER_MS,
    gcTime: 60_000,
    retry: 1,
    placeholderData: (known, query) => (query?.queryKey[1] === id ? known : undefined),
  });
  return data?.kind === 'found' ? data.body : null;
}

function Line({ pause: { from, until, seconds, reason, rep }, goesOn }: { pause: Pause; goesOn: boolean }) {
  const { t } = useLingui();
  const words = useWords();
  const moment = useMoment();
  const now = useLink((view) => view.asOf);
  const name = useRepName(rep);
  const [begun, ended] = [moment(from, now), until === null ? null : moment(until, now)];
  const why = [reason === null ? null : humanised(reason), name].filter((part) => part !== null).join(' · ');
  return (
    <li className={goesOn ? 'goes-on' : undefined}>
      <Icon of="pause" />
      <span>
        <span className="nowrap">
          {goesOn ? <Trans>since {begun}, until it is resumed</Trans> : ended === null ? t`from ${begun}` : t`${begun} – ${ended}`}
        </span>
        {why !== '' && (
          <>
            {' · '}
            <bdi>{why}</bdi>
          </>
        )}
      </span>
      <b className="nowrap">{words.wait(seconds * 1_000)}</b>
    </li>
  );
}
