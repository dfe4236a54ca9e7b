import { Trans, useLingui } from '@lingui/react/macro';
import { useZone } from '../../console/use-console.js';
import { instantOf, localTime } from '../../kpis/local-time.js';
import { FormField } from '../form/form-field.js';
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
            hint={t`minutes:seconds`}
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
      <LadderFields steps={draft.steps} onChange={(steps) => onChange({ steps })} />
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
      {isDated && <InForce from={draft.from} onChange={(from) => onChange({ from })} />}
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

/** From when on the policy holds: from when it is saved, or from an instant to come, in the site's zone. */
function InForce({ from, onChange }: { from: string | null; onChange: (from: string | null) => void }) {
  const { t } = useLingui();
  const zone = useZone();
  const HOUR_MS = 3_600_000;
  return (
    <section className="pol-part" aria-labelledby="pol-force">
      <h2 id="pol-force">
        <Trans>In force</Trans>
      </h2>
      <div className="pol-row">
        <SelectField
          label={t`From`}
          paths={[]}
          value={from === null ? 'now' : 'later'}
          choices={[
            { value: 'now', label: t`as soon as it is saved` },
            { value: 'later', label: t`an instant to come` },
          ]}
          onChange={(value) =>
            onChange(value === 'now' ? null : new Date(Math.ceil((Date.now() + HOUR_MS) / HOUR_MS) * HOUR_MS).toISOString())
          }
        />
        {from !== null && (
          <FormField label={t`Date and time`} paths={['$.effective_from']}>
            {(aria) => (
              <input
                {...aria}
                type="datetime-local"
                className="pol-input"
                value={localTime(zone, Date.parse(from))}
                onChange={(event) => {
                  const instant = instantOf(zone, event.target.value);
                  if (instant !== null) onChange(instant);
                }}
              />
            )}
          </FormField>
        )}
      </div>
      <p className="t2">
        <Trans>Leads that have arrived before keep the policy and version that judged them: no verdict of the past changes.</Trans>
      </p>
    </section>
  );
}
