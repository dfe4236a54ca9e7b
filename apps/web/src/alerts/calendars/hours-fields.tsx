import { Trans } from '@lingui/react/macro';
import { FieldProblemLine } from '../form/form-field.js';
import { useFieldProblem } from '../form/form-problems.js';
import { aroundTheClock, copyDay, type WeekDraft, weekdays } from './calendar-draft.js';
import { DayFields } from './day-fields.js';

/** The hours of each weekday; one day's can be given to others. */
export function HoursFields({ week, onChange }: { week: WeekDraft; onChange: (week: WeekDraft) => void }) {
  const problem = useFieldProblem(['$.week'], true);
  return (
    <section className="pol-part" aria-labelledby="cal-hours">
      <h2 id="cal-hours">
        <Trans>Hours</Trans>
      </h2>
      {weekdays.map((day) => (
        <DayFields
          key={day}
          day={day}
          intervals={week[day]}
          onChange={(intervals) => onChange({ ...week, [day]: intervals })}
          onCopy={(to) => onChange(copyDay(week, day, to))}
        />
      ))}
      {problem !== null && <FieldProblemLine id="cal-hours-wrong" problem={problem} />}
      <div className="pol-bar">
        <button type="button" className="btn" onClick={() => onChange(aroundTheClock())}>
          <Trans>Open day and night</Trans>
        </button>
      </div>
    </section>
  );
}
