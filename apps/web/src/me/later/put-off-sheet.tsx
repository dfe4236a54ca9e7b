import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { type PutOffReason, putOffReasons, usePutOffWords } from '../../console/put-off-words.js';
import { useClock, useLink, useLive } from '../../console/use-console.js';
import { seat } from '../alert-desk.js';
import { alertOf } from '../alerts.js';
import { ask } from '../lead-answers.js';
import { placeOf, putOff } from '../loop-desk.js';
import { type LimitTold, limitNow, readLimits, secondsOffered } from '../put-off.js';
import { floor } from '../streams.js';
import { Sheet } from './sheet.js';

/** Puts the alert of a lead off, for as long as its policy lets it. */
export function PutOffSheet({ lead, name }: { lead: string; name: string }) {
  const { t } = useLingui();
  const words = usePutOffWords();
  const clock = useClock();
  const now = useLink((view) => view.now);
  const alert = useLive(floor, (state) => alertOf(state?.alerts ?? {}, lead, seat()));
  const { data, isPending, isError } = useQuery({
    queryKey: ['limits', lead, alert?.alert ?? null],
    queryFn: ({ signal }) => ask(`/v1/leads/${encodeURIComponent(lead)}/alerts`, readLimits, signal),
    enabled: alert !== null,
    staleTime: 0,
    retry: 1,
  });
  const limit = data?.kind === 'found' && alert !== null ? (data.body.get(alert.alert) ?? null) : null;
  const [seconds, setSeconds] = useState<number | null>(null);
  const [reason, setReason] = useState<PutOffReason>('on_call');
  const offered = limit === null ? [] : secondsOffered(limit, now);
  const chosen = offered.includes(seconds ?? 0) ? seconds : (offered[0] ?? null);
  const act = alert === null || chosen === null ? null : () => void putOff(alert, chosen, reason);
  return (
    <Sheet
      title={t`Put off`}
      name={name}
      place={placeOf('putOff', lead)}
      act={<Trans>Put off</Trans>}
      problem={
        alert === null ? (
          <Trans>No alert of this lead tells you.</Trans>
        ) : isError ? (
          <Trans>It cannot be had just now how far it can be put off.</Trans>
        ) : isPending ? (
          <Trans>Asking how far it can be put off…</Trans>
        ) : offered.length === 0 ? (
          <NotAtAll limit={limit} />
        ) : null
      }
      onAct={act}
    >
      {offered.length > 0 && (
        <>
          <RadioGroup
            className="opts opts-short"
            aria-label={t`For how long`}
            value={String(chosen)}
            onChange={(value) => setSeconds(Number(value))}
          >
            {offered.map((one, index) => (
              <Radio key={one} value={String(one)} className="opt">
                <kbd>{index + 1}</kbd>
                <b>
                  <Plural value={one / 60} one="# minute" other="# minutes" />
                </b>
                <small>
                  <Until at={clock.short(now + one * 1_000)} />
                </small>
              </Radio>
            ))}
          </RadioGroup>
          <label className="field why">
            <Trans>Why</Trans>
            <select value={reason} onChange={({ target }) => setReason(putOffReasons.find((one) => one === target.value) ?? 'other')}>
              {putOffReasons.map((one) => (
                <option key={one} value={one}>
                  {words(one)}
                </option>
              ))}
            </select>
          </label>
          {limit !== null && <Limit until={limitNow(limit, now)} by={limit.by} />}
        </>
      )}
    </Sheet>
  );
}

const Until = ({ at }: { at: string }) => <Trans>until {at}</Trans>;

/** What sets the limit, and where it is. */
function Limit({ until, by }: Pick<LimitTold, 'until' | 'by'>) {
  const clock = useClock();
  const at = clock.exact(until);
  return (
    <p className="cap t2 when-said">
      {by === 'target' ? (
        <Trans>At most until {at}: then its target passes.</Trans>
      ) : by === 'step' ? (
        <Trans>At most until {at}: then the ladder tells the next.</Trans>
      ) : (
        <Trans>At most until {at}, as its policy says.</Trans>
      )}
    </p>
  );
}

function NotAtAll({ limit }: { limit: LimitTold | null }) {
  if (limit === null) return <Trans>The alert is over.</Trans>;
  return limit.by === 'target' ? (
    <Trans>It cannot be put off: the target has passed or is less than a minute away, and its policy sets no time for that.</Trans>
  ) : (
    <Trans>It cannot be put off: less than a minute is left.</Trans>
  );
}
