import { Trans } from '@lingui/react/macro';
import { AskProblem } from '../ask-problem.js';
import type { Change, Week } from './calendar-answers.js';
import { ChangeWords } from './calendar-facts.js';
import type { Preview, Previewed } from './calendar-preview.js';
import { useCalendarWords } from './use-calendar-words.js';
import { WeekBars } from './week-bars.js';

interface PanelProps {
  readonly week: Week;
  readonly zone: string;
  readonly preview: Preview | undefined;
  readonly error: Error | null;
  readonly onAgain: () => void;
}

/** What the calendar would do: its week, leads that come when it closes, and days on which the clock changes. */
export function PreviewPanel({ week, zone, preview, error, onAgain }: PanelProps) {
  return (
    <aside className="panel pol-preview" aria-labelledby="cal-preview">
      <h2 id="cal-preview">
        <Trans>What it would do</Trans>
      </h2>
      <WeekBars week={week} />
      <div role="status">
        {error !== null && preview === undefined && <AskProblem error={error} onAgain={onAgain} />}
        {preview?.kind === 'wrong' && (
          <p className="t2">
            <Trans>Deadlines are shown once the calendar is right.</Trans>
          </p>
        )}
        {preview?.kind === 'hours' && <Hours previewed={preview.previewed} zone={zone} />}
      </div>
    </aside>
  );
}

function Hours({ previewed, zone }: { previewed: Previewed; zone: string }) {
  const words = useCalendarWords();
  const { hours_per_week, examples, clock_changes, open, changes_at } = previewed;
  const hours = words.number(hours_per_week);
  const at = changes_at === null ? '' : words.moment(changes_at, zone);
  return (
    <>
      <p className="pol-count">
        <Trans>
          <b>{hours}</b> hours a week
        </Trans>
      </p>
      <p className="t2">
        {open ? (
          changes_at === null ? (
            <Trans>It is open now, and always.</Trans>
          ) : (
            <Trans>It is open now, until {at}.</Trans>
          )
        ) : (
          changes_at !== null && <Trans>It is closed now, and opens {at}.</Trans>
        )}
      </p>
      <h3 className="cal-sub">
        <Trans>Leads with five minutes to answer</Trans>
      </h3>
      <ul className="cal-examples">
        {examples.map((example) => (
          <Example key={example.arrives} example={example} zone={zone} />
        ))}
      </ul>
      {clock_changes.length > 0 && (
        <>
          <h3 className="cal-sub">
            <Trans>Days on which the clock changes</Trans>
          </h3>
          <ul className="cal-examples">
            {clock_changes.map((change) => (
              <li key={change.date}>
                <ChangeWords change={change} />
                <OpenThen change={change} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Example({ example, zone }: { example: Previewed['examples'][number]; zone: string }) {
  const words = useCalendarWords();
  const [arrives, due] = [words.moment(example.arrives, zone), words.moment(example.due, zone)];
  const wall = words.duration(example.wall_ms);
  return (
    <li>
      <Trans>
        comes {arrives}, is due <b>{due}</b>
      </Trans>
      {example.wall_ms > example.working_ms && (
        <span className="cap t2">
          <Trans>{wall} on the wall</Trans>
        </span>
      )}
    </li>
  );
}

function OpenThen({ change: { open_ms, usual_ms } }: { change: Change }) {
  const words = useCalendarWords();
  const [open, usual] = [words.duration(open_ms), words.duration(usual_ms)];
  return (
    <span className="cap t2">
      {usual_ms === 0 && open_ms === 0 ? (
        <Trans>closed on that day</Trans>
      ) : open_ms === usual_ms ? (
        <Trans>open for {open}, as usual</Trans>
      ) : (
        <Trans>
          open for {open} instead of {usual}
        </Trans>
      )}
    </span>
  );
}
