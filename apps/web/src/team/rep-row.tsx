import type { RepLine } from '@leadclock/live-protocol/team-state.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRepStatusWords } from '../console/rep-status-words.js';
import { isFew, shownShare } from '../wall/goal.js';
import { FigureLink } from './figure-link.js';
import { sparkline } from './history.js';
import { useHistory } from './history-context.js';
import { Icon, Shape } from './icons.js';
import { IntervalBar } from './interval-bar.js';
import { useRepName } from './rep-names.js';
import { isUnranked } from './rep-order.js';
import { Sparkline } from './sparkline.js';
import { useTeam } from './team-context.js';
import { NOTHING, useFormats, useSeconds } from './use-formats.js';
import { confidence } from './wilson.js';

/** One rep, or the leads that are nobody's. Each figure leads to its leads. */
export function RepRow({ line }: { line: RepLine }) {
  const { t } = useLingui();
  const { number } = useFormats();
  const seconds = useSeconds();
  const { known } = useTeam();
  const { rep, name, open, late, answered } = line;
  const shown = (count: number) => (known ? number(count) : NOTHING);
  const pool = rep === null;
  const answers = (text: string) =>
    answered === 0 ? (
      <span className="zero">{pool ? NOTHING : text}</span>
    ) : (
      <FigureLink kind="answered" of={rep}>
        {text}
      </FigureLink>
    );
  return (
    <tr className={pool ? 'pool' : isUnranked(line) ? 'few' : undefined}>
      <th scope="row" className="col-name">
        <span className="rep">
          {pool ? (
            <span className="av av-none">
              <Icon of="user" />
            </span>
          ) : (
            <span className="av av-other" aria-hidden="true">
              {[...(name ?? rep)][0]?.toUpperCase()}
            </span>
          )}
          <span className="cut" dir="auto" title={name ?? undefined}>
            {pool ? <Trans>Nobody yet</Trans> : (name ?? rep)}
          </span>
        </span>
      </th>
      <td data-head={t({ message: 'Status', context: 'of a rep' })} className="col-status">
        <StatusOf status={known ? line.status : undefined} />
      </td>
      <td data-head={t`Open`} className="col-open">
        {open === 0 ? (
          <span className="zero">{shown(0)}</span>
        ) : (
          <FigureLink kind={pool ? 'nobodys' : 'waiting'} of={pool ? undefined : rep}>
            {shown(open)}
          </FigureLink>
        )}
      </td>
      <td data-head={t`Late now`} className="col-late">
        {late === 0 ? (
          <span className="zero">{shown(0)}</span>
        ) : (
          <FigureLink kind="late" of={rep} className="figure lt">
            <Shape of="late" />
            {shown(late)}
          </FigureLink>
        )}
      </td>
      <td data-head={t`Answered`} className="col-answered">
        {answers(shown(answered))}
      </td>
      <td data-head={t`Median`} className="col-median">
        {answers(known ? seconds(line.medianSeconds) : NOTHING)}
      </td>
      <td data-head={t`p90`} className="col-p90">
        {answers(known ? seconds(line.p90Seconds) : NOTHING)}
      </td>
      <td data-head={t`In target`} className="col-inTarget">
        <InTargetOf line={line} />
      </td>
      <td className="col-days">{rep !== null && <Days rep={rep} now={line.inTarget.value} />}</td>
    </tr>
  );
}

/** What a rep is doing, since when, and who said so if it was not he. */
function StatusOf({ status }: Pick<RepLine, 'status'>) {
  const words = useRepStatusWords();
  const { t } = useLingui();
  const { clock } = useFormats();
  const repName = useRepName();
  if (status === undefined) return <span className="zero">{NOTHING}</span>;
  const { is, since, by } = status;
  const at = since === null ? null : clock(since);
  const who = by === null ? null : by.startsWith('rule:') ? t`the ladder` : (repName(by) ?? by);
  const title = at === null ? undefined : who === null ? t`since ${at}` : t`since ${at}, set by ${who}`;
  return (
    <span className={`rep-status is-${is}`} title={title}>
      <i aria-hidden="true" />
      {words.name(is)}
      {title !== undefined && <span className="vh">, {title}</span>}
    </span>
  );
}

function InTargetOf({ line }: { line: RepLine }) {
  const { t } = useLingui();
  const { percent, number } = useFormats();
  const { state, known } = useTeam();
  const { goal } = state.site;
  const { met, n, value } = line.inTarget;
  const interval = confidence(met, n);
  if (value === null || interval === null || !known) return <span className="zero">{NOTHING}</span>;
  const [share, low, high] = [percent(shownShare(value, goal)), percent(interval.low), percent(interval.high)];
  const [metText, nText] = [number(met), number(n)];
  const few = isFew(n);
  const grey = isUnranked(line);
  const label = t`${share} in target, ${metText} of ${nText}, between ${low} and ${high}`;
  return (
    <FigureLink
      kind={met < n ? 'missed' : 'met'}
      of={line.rep}
      className="figure ci"
      label={few ? t`${label}; too few for a ranking` : label}
    >
      <IntervalBar met={met} n={n} goal={goal} grey={grey} />
      <b title={few ? t`n = ${nText}: too few for a ranking` : undefined}>{share}</b>
    </FigureLink>
  );
}

function Days({ rep, now }: { rep: string; now: number | null }) {
  const { today, filters } = useTeam();
  const points = useHistory()?.ofRep(rep) ?? [];
  return <Sparkline values={filters.period === 'today' ? sparkline(points, today, now) : points.map(({ value }) => value)} height={22} />;
}
