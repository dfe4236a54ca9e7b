import { Trans, useLingui } from '@lingui/react/macro';
import { usePauseReason } from '../console/pause-words.js';
import type { LeadDetail } from './answers.js';
import { useRepName } from './rep-names.js';
import { useFormats, useSeconds } from './use-formats.js';

/** Each pause of a lead's clock: from when to when, how long it took off, why and by whom; below, what both clocks came to. */
export function Pauses({ clocks }: Pick<LeadDetail, 'clocks'>) {
  const { t } = useLingui();
  const { clockSeconds, day, dayOf } = useFormats();
  const seconds = useSeconds();
  const said = usePauseReason();
  const repName = useRepName();
  const { pauses } = clocks;
  const [working, wall] = [seconds(clocks.working_s), seconds(clocks.wall_s)];
  if (pauses.length === 0) return null;
  const days = new Set(pauses.flatMap(({ from, until }) => [from, until ?? from]).map((time) => dayOf(Date.parse(time))));
  const time = (text: string): string => {
    const at = Date.parse(text);
    return days.size > 1 ? `${day(dayOf(at))}, ${clockSeconds(at)}` : clockSeconds(at);
  };
  return (
    <>
      <ul className="pauses" aria-label={t`Pauses`}>
        {pauses.map(({ from, until, seconds: took, reason, rep }) => (
          <li key={from}>
            <b className="nowrap">{seconds(took)}</b>
            <span>
              {until === null ? t`since ${time(from)}` : `${time(from)}–${time(until)}`}
              {reason !== null && (
                <>
                  {' · '}
                  <bdi>{said(reason)}</bdi>
                </>
              )}
              {rep !== null && (
                <>
                  {' · '}
                  <bdi>{repName(rep)}</bdi>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Trans>
          Without pauses: {working} of working time, {wall} around the clock.
        </Trans>
      </p>
    </>
  );
}
