import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { TextField } from '../form/text-fields.js';
import { ChipsField } from './chips-field.js';
import { useChoices } from './policy-answers.js';
import { useLadderWords } from './use-ladder-words.js';

interface ListenersProps {
  readonly path: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

const ANOTHER = ['screen:', 'channel:'] as const;

/** Whom a step tells: roles, people, and the screens and channels that are known; another screen or channel by its name. */
export function ListenersField({ path, values, onChange }: ListenersProps) {
  const { t } = useLingui();
  const { listener } = useLadderWords();
  const { reps, screens, listening_channels, reached } = useChoices();
  const [naming, setNaming] = useState<string | null>(null);
  const [name, setName] = useState('');
  const choices = [
    'owner',
    'claimant',
    'caller',
    'team',
    'manager',
    ...reps.map(({ id }) => `rep:${id}`),
    ...screens.map((id) => `screen:${id}`),
    ...listening_channels.map((id) => `channel:${id}`),
    ...ANOTHER,
  ];
  const said = (value: string): string =>
    value === 'screen:' ? t`another screen …` : value === 'channel:' ? t`another channel …` : listener(value);
  // before that is known, nothing is said to reach nobody
  const unreached =
    reached === null ? [] : values.filter((value) => ANOTHER.some((kind) => value.startsWith(kind)) && !reached.includes(value));
  const noWay = (value: string): string => {
    const who = listener(value);
    return value.startsWith('screen:')
      ? t`Nothing is sent to ${who} until a way leads to it. Walls show every late lead in any case.`
      : t`Nothing is sent to ${who} until a way leads to it.`;
  };
  return (
    <>
      <ChipsField
        label={t`Tells`}
        paths={[path]}
        values={values}
        said={said}
        choices={choices}
        known
        none={t`nobody`}
        onChange={(chosen) => {
          const asked = ANOTHER.find((one) => chosen.includes(one)) ?? null;
          setNaming(asked);
          if (asked === null) onChange(chosen);
        }}
      />
      {unreached.map((value) => (
        <p key={value} className="note">
          {noWay(value)}
        </p>
      ))}
      {naming !== null && (
        <span className="pol-naming">
          <TextField
            label={naming === 'screen:' ? t`Name of the screen` : t`Name of the channel`}
            paths={[]}
            value={name}
            onChange={setName}
          />
          <button
            type="button"
            className="btn"
            disabled={name.trim() === ''}
            onClick={() => {
              onChange([...values, `${naming}${name.trim()}`]);
              setNaming(null);
              setName('');
            }}
          >
            {t`Add`}
          </button>
        </span>
      )}
    </>
  );
}
