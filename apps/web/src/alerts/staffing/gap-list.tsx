import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWayTo } from '../../kpis/use-way-to.js';
import { gapSpans } from './gap-days.js';
import type { Cause, Gap, Staffing } from './staffing-answers.js';
import { useCauseWords } from './use-cause-words.js';
import { useWeekWords } from './use-week-words.js';

/** So many hours of a gap are told; the map has all. */
const SPANS_TOLD = 6;

/** What nobody covered: since when leads were late for it, whose they were, and where it can be changed. */
export function GapList({ staffing }: { staffing: Staffing }) {
  const { gaps, teams } = staffing;
  const nameOf = (team: string | null): string | null => teams.find((one) => one.team === team)?.name ?? team;
  return (
    <section className="panel stf-gaps" aria-labelledby="stf-gaps">
      <h2 id="stf-gaps">
        <Trans>Gaps</Trans>
      </h2>
      <p className="cap t2">
        <Trans>Hours in which late leads came or fell due, and nobody could take them.</Trans>
      </p>
      {gaps.length === 0 ? (
        <p className="t2">
          <Trans>Somebody was there for every late lead.</Trans>
        </p>
      ) : (
        <ul>
          {gaps.map((gap) => (
            <li key={JSON.stringify([gap.cause, gap.team, gap.calendars])}>
              <OneGap gap={gap} team={nameOf(gap.team)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OneGap({ gap, team }: { gap: Gap; team: string | null }) {
  const { t } = useLingui();
  const words = useWeekWords();
  const causeWords = useCauseWords();
  const spans = gapSpans(gap.hours);
  const more = spans.length - SPANS_TOLD;
  return (
    <>
      <h3>
        <b>{causeWords(gap.cause).title}</b> <bdi>{team ?? t`leads of no team`}</bdi>{' '}
        <span className="stf-count">{t`${plural(gap.late, { one: '# late lead', other: '# late leads' })}`}</span>
      </h3>
      <p>
        {spans.slice(0, SPANS_TOLD).map((span, index) => (
          <Fragment key={words.span(span)}>
            {index > 0 && ', '}
            <span className="nowrap">{words.span(span)}</span> <span className="t3">({words.number(span.late)})</span>
          </Fragment>
        ))}
        {more > 0 && <span className="t2"> {t`${plural(more, { one: 'and # more', other: 'and # more' })}`}</span>}
      </p>
      <Change cause={gap.cause} calendars={gap.calendars} />
    </>
  );
}

/** Where what left the gap is changed; what people say of themselves is not changed anywhere. */
function Change({ cause, calendars }: { cause: Cause; calendars: readonly string[] }): ReactNode {
  const wayTo = useWayTo();
  if (cause === 'away' || cause === 'on_call' || cause === 'there') return null;
  const names = calendars.map((calendar, index) => (
    <Fragment key={calendar}>
      {index > 0 && ', '}
      <bdi>{calendar}</bdi>
    </Fragment>
  ));
  return (
    <p className="small">
      <Link to={wayTo('/alerts/calendars')}>
        {cause === 'day_off' && <Trans>Days off</Trans>}
        {cause === 'nobody' && <Trans>Who works in which calendar</Trans>}
        {(cause === 'hours' || cause === 'closed') &&
          (calendars.length === 0 ? <Trans>Calendars</Trans> : <Trans>Calendar: {names}</Trans>)}
      </Link>
    </p>
  );
}
