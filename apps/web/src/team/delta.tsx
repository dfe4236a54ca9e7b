import { select } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { addDays, weekdayOf } from './days.js';
import { type DayPoint, sameWeekdayMean } from './history.js';
import { useTeam } from './team-context.js';
import { useFormats } from './use-formats.js';

export type DeltaUnit = 'leads' | 'share' | 'seconds';

/** How a figure of one day stands against the mean of the same weekday; nothing where there is no history, or more than a day is asked for. */
export function Delta({ unit, now, points }: { unit: DeltaUnit; now: number | null; points: readonly DayPoint[] | undefined }) {
  const { filters, today } = useTeam();
  const day = filters.period === 'yesterday' && unit !== 'leads' ? addDays(today, -1) : today;
  const oneDay = unit === 'leads' || filters.period === 'today' || filters.period === 'yesterday';
  const mean = points === undefined || !oneDay ? null : sameWeekdayMean(points, day);
  if (now === null || mean === null) return null;
  return (
    <p className="d">
      <Difference unit={unit} by={now - mean} /> <ThanOnOther weekday={weekdayOf(day)} />
    </p>
  );
}

function Difference({ unit, by }: { unit: DeltaUnit; by: number }): ReactNode {
  const { wait } = useFormats();
  const much = Math.round(Math.abs(unit === 'share' ? by * 100 : by));
  if (much === 0) return <Trans>No different</Trans>;
  const time = wait(much * 1_000);
  switch (unit) {
    case 'leads':
      return <b>{by > 0 ? <Plural value={much} one="# more" other="# more" /> : <Plural value={much} one="# fewer" other="# fewer" />}</b>;
    case 'share':
      return (
        <b>
          {by > 0 ? (
            <Plural value={much} one="# point more" other="# points more" />
          ) : (
            <Plural value={much} one="# point less" other="# points less" />
          )}
        </b>
      );
    case 'seconds':
      return <b>{by > 0 ? <Trans>{time} slower</Trans> : <Trans>{time} faster</Trans>}</b>;
  }
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

function ThanOnOther({ weekday }: { weekday: number }) {
  const { t } = useLingui();
  return t`${select(weekdays[weekday] ?? '', {
    sun: 'than on other Sundays',
    mon: 'than on other Mondays',
    tue: 'than on other Tuesdays',
    wed: 'than on other Wednesdays',
    thu: 'than on other Thursdays',
    fri: 'than on other Fridays',
    other: 'than on other Saturdays',
  })}`;
}
