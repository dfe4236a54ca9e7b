import { FormField } from './form-field.js';

interface TextProps {
  readonly label: string;
  readonly paths: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly numeric?: boolean;
  readonly placeholder?: string;
}

export function TextField({ label, paths, value, onChange, hint, numeric = false, placeholder }: TextProps) {
  return (
    <FormField label={label} paths={paths} {...(hint !== undefined && { hint })}>
      {(aria) => (
        <input
          {...aria}
          className={numeric ? 'pol-input is-short' : 'pol-input'}
          inputMode={numeric ? 'numeric' : 'text'}
          maxLength={200}
          autoComplete="off"
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  );
}

interface SelectProps {
  readonly label: string;
  readonly paths: readonly string[];
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly hint?: string;
}

/** A choice; a value that the list does not know stands in it as it is. */
export function SelectField({ label, paths, value, choices, onChange, hint }: SelectProps) {
  const unknown = choices.some((choice) => choice.value === value) ? [] : [{ value, label: value }];
  return (
    <FormField label={label} paths={paths} {...(hint !== undefined && { hint })}>
      {(aria) => (
        <select {...aria} className="pol-input" value={value} onChange={(event) => onChange(event.target.value)}>
          {[...choices, ...unknown].map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
