import { Trans, useLingui } from '@lingui/react/macro';
import type { CalendarList } from './calendar-answers.js';
import { RepHours } from './rep-hours.js';
import { UseRow } from './use-row.js';

/** Which calendar the teams and reps have, and on which days reps are off. */
export function WhoWorks({ list }: { list: CalendarList }) {
  const { t } = useLingui();
  const { calendars, teams, reps, site_edit } = list;
  const names = calendars.map(({ calendar }) => calendar);
  const [first] = teams;
  const isOne = first !== undefined && teams.every(({ calendar }) => calendar === first.calendar);
  const today = list.as_of.slice(0, 10);
  return (
    <section className="pol-more" aria-labelledby="cal-who">
      <h2 id="cal-who">
        <Trans>Who works in which</Trans>
      </h2>
      <p className="t2 pol-order">
        <Trans>
          The clock of a lead runs in the calendar of its policy, else of its team, else always. A rep’s own calendar and days off say
          whether the rota may give him a lead; they move no deadline.
        </Trans>
        {teams.length > 1 && (
          <>
            {' '}
            <Trans>“All teams” sets those that there are now; a team that comes later has none until it is set.</Trans>
          </>
        )}
      </p>
      {teams.length === 0 && reps.length === 0 && (
        <p className="panel pol-empty">
          <Trans>There are no teams and reps yet; they come in by events (team.set, rep.set).</Trans>
        </p>
      )}
      {teams.length > 0 && (
        <ul className="panel pol-lines cal-lines" aria-label={t`Teams`}>
          {teams.length > 1 && (
            <UseRow
              name={t`All teams`}
              isStrong
              calendar={isOne ? first.calendar : undefined}
              calendars={names}
              none={t`none: always open`}
              path="/v1/site/calendar"
              seen={site_edit}
              isListed={(now, edit) => now.site_edit === edit}
            />
          )}
          {teams.map(({ team, name, calendar, edit: seen }) => (
            <UseRow
              key={team}
              name={name}
              calendar={calendar}
              calendars={names}
              none={t`none: always open`}
              path={`/v1/teams/${encodeURIComponent(team)}/calendar`}
              seen={seen}
              isListed={(now, edit) => now.teams.some((one) => one.team === team && one.edit === edit)}
            />
          ))}
        </ul>
      )}
      {reps.length > 0 && (
        <ul className="panel pol-lines cal-lines" aria-label={t`Reps`}>
          {reps
            .filter(({ active }) => active)
            .map((rep) => (
              <RepHours
                key={rep.rep}
                rep={rep}
                team={teams.find(({ team }) => team === rep.team)?.name ?? rep.team}
                calendars={names}
                today={today}
              />
            ))}
        </ul>
      )}
    </section>
  );
}
