import { useId } from 'react';
import { Icon } from '../team/icons.js';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
  /** what is wrong with the value */
  readonly problem?: React.ReactNode;
}

/** A labelled choice; a value that the list does not know (an old address) stands in it as it is. What is wrong with it is said below. */
export function Choice({ label, value, choices, onChoose, problem }: ChoiceProps) {
  const said = useId();
  const shown = choices.find((choice) => choice.value === value);
  const wrong = problem !== undefined && problem !== null;
  return (
    <div className={wrong ? 'field is-wrong' : 'field'}>
      <label className="sel">
        <span>{label}</span>
        <b className="cut" aria-hidden="true">
          {shown?.label ?? value}
        </b>
        <Icon of="down" />
        <select
          value={value}
          aria-label={label}
          aria-invalid={wrong}
          {...(wrong ? { 'aria-describedby': said } : {})}
          onChange={(event) => onChoose(event.target.value)}
        >
          {[...choices, ...(shown === undefined ? [{ value, label: value }] : [])].map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </label>
      {wrong && <div id={said}>{problem}</div>}
    </div>
  );
}
