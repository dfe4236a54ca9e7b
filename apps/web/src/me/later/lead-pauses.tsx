import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../clock/words.js';
import { Icon } from '../../console/icons.js';
import { usePauseReason } from '../../console/pause-words.js';
import { useLink, useMoment } from '../../console/use-console.js';
import { useRepName } from '../verdict.js';
import { type Pause, readPauses } from './pauses.js';
import { useLeadDetail } from './use-lead-detail.js';

const SHOWN = 5;

/** What stopped the clock of the lead, and what that comes to; nothing where it was never paused. */
export function LeadPauses({ lead, waits }: { lead: QueueLead; waits: boolean }) {
  const pauses = readPauses(useLeadDetail(lead, waits));
  const words = useWords();
  if (pauses.all.length === 0) return null;
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

function Line({ pause: { from, until, seconds, reason, rep }, goesOn }: { pause: Pause; goesOn: boolean }) {
  const { t } = useLingui();
  const words = useWords();
  const moment = useMoment();
  const said = usePauseReason();
  const now = useLink((view) => view.asOf);
  const name = useRepName(rep);
  const [begun, ended] = [moment(from, now), until === null ? null : moment(until, now)];
  const why = [reason === null ? null : said(reason), name].filter((part) => part !== null).join(' · ');
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
