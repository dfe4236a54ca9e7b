interface ChoiceProps {
  readonly id: string;
  /** null: none of its own; undefined: `mixed` */
  readonly value: string | null | undefined;
  readonly calendars: readonly string[];
  readonly none: string;
  readonly mixed?: string;
  readonly onChange: (calendar: string | null) => void;
}

/** One of the calendars, or none; one that is set and not there (any more) stands in it as it is. An id may be any text, so places in the list tell. */
export function CalendarChoice({ id, value, calendars, none, mixed, onChange }: ChoiceProps) {
  const choices = typeof value === 'string' && !calendars.includes(value) ? [...calendars, value] : calendars;
  const place = value === undefined ? 'mixed' : value === null ? 'none' : String(choices.indexOf(value));
  return (
    <select
      id={id}
      className="pol-input"
      value={place}
      onChange={(event) => onChange(event.target.value === 'none' ? null : (choices[Number(event.target.value)] ?? null))}
    >
      {value === undefined && (
        <option value="mixed" disabled>
          {mixed}
        </option>
      )}
      <option value="none">{none}</option>
      {choices.map((calendar, index) => (
        <option key={calendar} value={String(index)}>
          {calendar}
        </option>
      ))}
    </select>
  );
}
