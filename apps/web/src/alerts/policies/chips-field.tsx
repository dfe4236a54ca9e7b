import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { Icon } from '../../team/icons.js';
import { FormField } from '../form/form-field.js';

interface ChipsProps {
  readonly label: string;
  readonly paths: readonly string[];
  readonly values: readonly string[];
  readonly said: (value: string) => string;
  /** what is known; others may be typed unless `known` */
  readonly choices: readonly string[];
  readonly known?: boolean;
  /** what holds when nothing is chosen */
  readonly none: string;
  readonly hint?: string;
  readonly onChange: (values: readonly string[]) => void;
}

/** Several values: each can be taken out, and others added from a list, or typed. */
export function ChipsField({ label, paths, values, said, choices, known = false, none, hint, onChange }: ChipsProps) {
  const { t } = useLingui();
  const list = useId();
  const [typed, setTyped] = useState('');
  const offered = choices.filter((choice) => !values.includes(choice));
  const add = (): void => {
    const text = typed.trim();
    const value = offered.find((choice) => said(choice) === text) ?? text;
    if (value !== '' && !values.includes(value)) onChange([...values, value]);
    setTyped('');
  };
  return (
    <FormField label={label} paths={paths} {...(hint !== undefined && { hint })}>
      {(aria) => (
        <div className="pol-chips">
          {values.length === 0 && <span className="t2 pol-none">{none}</span>}
          {values.map((value) => (
            <span key={value} className="pol-chip">
              <bdi>{said(value)}</bdi>
              <button
                type="button"
                aria-label={t`Take out ${said(value)}`}
                onClick={(event) => {
                  // the focus stays in the field
                  event.currentTarget.closest('.pol-chips')?.querySelector<HTMLElement>('input, select')?.focus();
                  onChange(values.filter((one) => one !== value));
                }}
              >
                <Icon of="close" />
              </button>
            </span>
          ))}
          <span className="pol-add">
            {known ? (
              <select
                {...aria}
                className="pol-input"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                onBlur={() => {
                  add();
                  aria.onBlur();
                }}
              >
                <option value="">{t`choose …`}</option>
                {offered.map((choice) => (
                  <option key={choice} value={choice}>
                    {said(choice)}
                  </option>
                ))}
              </select>
            ) : (
              <input
                {...aria}
                className="pol-input"
                list={list}
                maxLength={200}
                autoComplete="off"
                value={typed}
                placeholder={t`choose or type …`}
                onChange={(event) => setTyped(event.target.value)}
                onBlur={() => {
                  add();
                  aria.onBlur();
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return;
                  event.preventDefault();
                  add();
                }}
              />
            )}
            {!known && (
              <datalist id={list}>
                {offered.map((choice) => (
                  <option key={choice} value={said(choice)} />
                ))}
              </datalist>
            )}
            <button type="button" className="btn" disabled={typed.trim() === ''} onClick={add}>
              <Trans>Add</Trans>
              <span className="vh">: {label}</span>
            </button>
          </span>
        </div>
      )}
    </FormField>
  );
}
