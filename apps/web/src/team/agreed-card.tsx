import { Trans } from '@lingui/react/macro';
import { usePutOffWords } from '../console/put-off-words.js';
import type { LeadDetail, TimelineEvent } from './answers.js';
import { putOffAt } from './put-off.js';
import { useRepName } from './rep-names.js';
import { useAsOf } from './team-context.js';
import { useFormats } from './use-formats.js';

/** What reps have agreed about the lead: an offer that waits, a promised call, an alert that is put off. Nothing where nothing is. */
export function AgreedCard({ detail, events }: { detail: LeadDetail; events: readonly TimelineEvent[] }) {
  const asOf = useAsOf();
  const repName = useRepName();
  const words = usePutOffWords();
  const { clock, day, dayOf } = useFormats();
  const { handover = null, call_back: call = null } = detail;
  const off = putOffAt(events, asOf);
  if (handover === null && call === null && off === null) return null;
  const moment = (at: number): string => (dayOf(at) === dayOf(asOf) ? clock(at) : `${day(dayOf(at))}, ${clock(at)}`);
  const [from, to] = [repName(handover?.from ?? null), repName(handover?.to ?? null)];
  const since = handover === null ? '' : moment(Date.parse(handover.at));
  const caller = repName(call?.rep ?? null);
  const due = call === null ? 0 : Date.parse(call.at);
  const at = moment(due);
  const until = off === null ? '' : moment(off.until);
  const snoozer = repName(off?.by ?? null);
  return (
    <section className="panel agreed-card">
      {handover !== null && (
        <p>
          <Trans>
            Offered by {from} to {to} at {since}, no answer yet.
          </Trans>
        </p>
      )}
      {call !== null && (
        <p>
          {due > asOf ? (
            <Trans>
              {caller} has promised to call at {at}.
            </Trans>
          ) : (
            <Trans>
              {caller} promised to call at {at} and has not yet.
            </Trans>
          )}
        </p>
      )}
      {off !== null && (
        <p>
          <Trans>
            The alert is put off until {until} · {snoozer}
          </Trans>
          {off.reason !== null && <> · {words(off.reason)}</>}
        </p>
      )}
    </section>
  );
}
