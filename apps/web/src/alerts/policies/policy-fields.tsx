import { Trans, useLingui } from '@lingui/react/macro';
import { useZone } from '../../console/use-console.js';
import { FormField } from '../form/form-field.js';
import { InForce } from '../form/in-force.js';
import { SelectField, TextField } from '../form/text-fields.js';
import { ChipsField } from './chips-field.js';
import { CountsFields } from './counts-fields.js';
import { DurationField } from './duration-field.js';
import { LadderFields } from './ladder-fields.js';
import { useChoices } from './policy-answers.js';
import { type PolicyDraft, type Trait, traits } from './policy-draft.js';
import { usePolicyWords } from './use-policy-words.js';

interface FieldsProps {
  readonly draft: PolicyDraft;
  readonly isNew: boolean;
  /** from when on it holds is asked too; what is only tried holds for the whole period */
  readonly isDated: boolean;
  readonly onChange: (change: Partial<PolicyDraft>) => void;
}

/** All that a policy says, as fields. */
export function PolicyFields({ draft, isNew, isDated, onChange }: FieldsProps) {
  const { t } = useLingui();
  const { calendars } = useChoices();
  const zone = useZone();
  return (
    <>
      <div className="pol-row">
        {isNew && (
          <TextField
            label={t`Name`}
            paths={['$.policy']}
            value={draft.id}
            hint={t`It stays for good.`}
            onChange={(id) => onChange({ id })}
          />
        )}
        <TextField
          label={t`Place in the order`}
          paths={['$.order']}
          value={draft.order}
          numeric
          hint={t`Of those that match, the lowest judges.`}
          onChange={(order) => onChange({ order })}
        />
      </div>
      <MatchFields draft={draft} onChange={onChange} />
      <section className="pol-part" aria-labelledby="pol-targets">
        <h2 id="pol-targets">
          <Trans>Targets</Trans>
        </h2>
        <div className="pol-row">
          <DurationField
            label={t`First answer within`}
            paths={['$.targets.answer_s', '$.targets']}
            value={draft.answer}
            hint={t`minutes:seconds; 5:00 where only contact has one`}
            onChange={(answer) => onChange({ answer })}
          />
          <DurationField
            label={t`Contact within`}
            paths={['$.targets.contact_s']}
            value={draft.contact}
            hint={t`left empty: no such target`}
            onChange={(contact) => onChange({ contact })}
          />
          <SelectField
            label={t`Hours in which the clock runs`}
            paths={['$.calendar']}
            value={draft.calendar}
            choices={[{ value: '', label: t`of the lead’s team, or always` }, ...calendars.map((id) => ({ value: id, label: id }))]}
            onChange={(calendar) => onChange({ calendar })}
          />
        </div>
      </section>
      <CountsFields counts={draft.counts} onChange={(counts) => onChange({ counts })} />
      <LadderFields steps={draft.steps} isNew={isNew} onChange={(steps) => onChange({ steps })} />
      <section className="pol-part" aria-labelledby="pol-quiet">
        <h2 id="pol-quiet">
          <Trans>Quiet and put off</Trans>
        </h2>
        <div className="pol-row">
          <TimeOfDay label={t`Quiet from`} paths={['$.quiet']} value={draft.quietFrom} onChange={(quietFrom) => onChange({ quietFrom })} />
          <TimeOfDay label={t`Quiet to`} paths={['$.quiet.to']} value={draft.quietTo} onChange={(quietTo) => onChange({ quietTo })} />
          <DurationField
            label={t`An alert can be put off for`}
            paths={['$.snooze_max_s']}
            value={draft.snooze}
            hint={t`left empty: never past the target`}
            onChange={(snooze) => onChange({ snooze })}
          />
        </div>
      </section>
      {isDated && (
        <InForce from={draft.from} zone={zone} onChange={(from) => onChange({ from })}>
          <p className="t2">
            <Trans>Leads that have arrived before keep the policy and version that judged them: no verdict of the past changes.</Trans>
          </p>
        </InForce>
      )}
    </>
  );
}

function MatchFields({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  const { t } = useLingui();
  const words = usePolicyWords();
  const { origins, segments, channels, teams } = useChoices();
  const known: Readonly<Record<Trait, readonly string[]>> = {
    origin: origins,
    team: teams.map(({ id }) => id),
    segment: segments,
    channel: channels,
  };
  return (
    <section className="pol-part" aria-labelledby="pol-match">
      <h2 id="pol-match">
        <Trans>Which leads it judges</Trans>
      </h2>
      <div className="pol-match">
        {traits.map((trait) => (
          <ChipsField
            key={trait}
            label={words.trait(trait)}
            paths={[`$.match.${trait}`]}
            values={draft.match[trait] ?? []}
            said={(id) => words.value(trait, id)}
            choices={known[trait]}
            known={trait === 'team'}
            none={draft.match[trait] === null ? t({ message: 'any', context: 'value of a trait' }) : t`none: it judges no lead`}
            onChange={(values) => onChange({ match: { ...draft.match, [trait]: values.length === 0 ? null : values } })}
          />
        ))}
      </div>
    </section>
  );
}

interface TimeProps {
  readonly label: string;
  readonly paths: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const TimeOfDay = ({ label, paths, value, onChange }: TimeProps) => (
  <FormField label={label} paths={paths}>
    {(aria) => (
      <input {...aria} type="time" className="pol-input is-short" value={value} onChange={(event) => onChange(event.target.value)} />
    )}
  </FormField>
);
