import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { FormField } from '../form/form-field.js';
import { TextField } from '../form/text-fields.js';
import { useChoices } from '../policies/policy-answers.js';
import { useWayWords } from './use-way-words.js';
import type { WayList } from './way-answers.js';

interface ListenerProps {
  readonly value: string;
  readonly list: WayList;
  readonly onChange: (listener: string) => void;
}

const ANOTHER = 'channel:';

/** Whom a way is for: everybody, a rep, a team, who manages one, a screen, or a channel, also one that no policy names yet. */
export function ListenerField({ value, list, onChange }: ListenerProps) {
  const { t } = useLingui();
  const words = useWayWords(0);
  const { reps, screens, listening_channels } = useChoices();
  const { teams } = list.listeners;
  const groups = [
    { label: t`People`, all: reps.map(({ id }) => `rep:${id}`) },
    { label: t`Teams`, all: teams.map((id) => `team:${id}`) },
    { label: t`Managers`, all: ['manager:*', ...teams.map((id) => `manager:${id}`)] },
    { label: t`Screens`, all: screens.map((id) => `screen:${id}`) },
    { label: t`Channels`, all: listening_channels.map((id) => `channel:${id}`) },
  ];
  const isKnown = value === '' || value === 'everybody' || groups.some(({ all }) => all.includes(value));
  // one that no policy names, or that is not known yet to be named, is an option of its own until another is typed
  const [typed, setTyped] = useState(value === ANOTHER);
  return (
    <div className="pol-row">
      <FormField label={t`For`} paths={typed ? [] : ['$.for']} hint={t`A rep also hears what is told to his team and to everybody.`}>
        {(aria) => (
          <select
            {...aria}
            className="pol-input"
            value={typed ? ANOTHER : value}
            onChange={(event) => {
              setTyped(event.target.value === ANOTHER);
              onChange(event.target.value);
            }}
          >
            <option value="">{t`choose …`}</option>
            <option value="everybody">{words.listener('everybody')}</option>
            {groups
              .filter(({ all }) => all.length > 0)
              .map(({ label, all }) => (
                <optgroup key={label} label={label}>
                  {all.map((word) => (
                    <option key={word} value={word}>
                      {words.listener(word)}
                    </option>
                  ))}
                </optgroup>
              ))}
            <option value={ANOTHER}>{t`another channel …`}</option>
            {!isKnown && !typed && <option value={value}>{words.listener(value)}</option>}
          </select>
        )}
      </FormField>
      {typed && (
        <TextField
          label={t`Name of the channel`}
          paths={['$.for']}
          value={value.slice(ANOTHER.length)}
          hint={t`Policies tell it as channel:NAME.`}
          onChange={(name) => onChange(`${ANOTHER}${name.trimStart()}`)}
        />
      )}
    </div>
  );
}
