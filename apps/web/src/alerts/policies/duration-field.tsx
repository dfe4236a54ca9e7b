import { FormField } from '../form/form-field.js';
import type { TextField } from '../form/text-fields.js';
import { readDuration, writeDuration } from './duration.js';

type DurationProps = Omit<Parameters<typeof TextField>[0], 'numeric'>;

/** Minutes and seconds as people type them; what can be read is written out when the field is left. */
export function DurationField({ label, paths, value, onChange, hint, placeholder = '0:00' }: DurationProps) {
  return (
    <FormField label={label} paths={paths} {...(hint !== undefined && { hint })}>
      {(aria) => (
        <input
          {...aria}
          className="pol-input is-short"
          inputMode="text"
          maxLength={20}
          autoComplete="off"
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => {
            aria.onBlur();
            const read = readDuration(value);
            if (read !== null && writeDuration(read) !== value) onChange(writeDuration(read));
          }}
        />
      )}
    </FormField>
  );
}
