import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { Icon } from '../../team/icons.js';
import { FieldProblemLine } from '../form/form-field.js';
import { useFieldProblem, useVisit } from '../form/form-problems.js';
import { useZones } from './calendar-answers.js';

interface ZoneProps {
  readonly zone: string;
  /** what may be meant instead */
  readonly near: readonly string[];
  /** what its clock shows now */
  readonly now: string | null;
  readonly onChange: (zone: string) => void;
}

const plain = (text: string): string => text.toLowerCase().replace(/[_/]/g, ' ');

/** The zone of the hours: typing searches by city or continent. */
export function ZoneField({ zone, near, now, onChange }: ZoneProps) {
  const { t } = useLingui();
  const id = useId();
  const zones = useZones();
  const problem = useFieldProblem(['$.zone']);
  const visit = useVisit();
  const isSaid = problem !== null || now !== null;
  return (
    <div className={problem === null ? 'pol-field' : 'pol-field is-wrong'}>
      <ComboBox
        className="cal-zone"
        allowsCustomValue
        inputValue={zone}
        onInputChange={onChange}
        onBlur={() => visit('$.zone')}
        isInvalid={problem !== null}
        aria-describedby={isSaid ? id : ''}
        defaultFilter={(text, typed) => plain(text).includes(plain(typed).trim())}
      >
        <Label>{t`Time zone`}</Label>
        <span className="cal-zone-field">
          <Input className="pol-input" maxLength={100} autoComplete="off" />
          <Button className="btn btn-quiet" aria-label={t`All time zones`}>
            <Icon of="down" />
          </Button>
        </span>
        <Popover className="popover cal-zones">
          <ListBox className="menu" items={zones.map((name) => ({ id: name }))}>
            {({ id: name }) => (
              <ListBoxItem id={name} textValue={name} className="menu-item">
                {name.replaceAll('_', ' ')}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {problem !== null && <FieldProblemLine id={id} problem={problem} />}
      {problem === null && now !== null && (
        <span className="cap t2" id={id}>
          <Trans>There it is {now} now.</Trans>
        </span>
      )}
      {problem !== null && near.length > 0 && (
        <span className="pol-bar">
          {near.map((name) => (
            <button key={name} type="button" className="btn" onClick={() => onChange(name)}>
              <Trans>Take {name}</Trans>
            </button>
          ))}
        </span>
      )}
    </div>
  );
}
