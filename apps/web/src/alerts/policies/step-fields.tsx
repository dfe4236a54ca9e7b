import { Trans, useLingui } from '@lingui/react/macro';
import { FieldProblemLine } from '../form/form-field.js';
import { useFieldProblem } from '../form/form-problems.js';
import { SelectField, TextField } from '../form/text-fields.js';
import { DurationField } from './duration-field.js';
import { ListenersField } from './listeners-field.js';
import type { StepDraft } from './policy-draft.js';

interface StepProps {
  readonly step: StepDraft;
  readonly index: number;
  readonly count: number;
  readonly onChange: (change: Partial<StepDraft>) => void;
  /** to the place so many later (earlier: below 0) */
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

/** One step of the ladder: when, on whose clock, whom it tells, what it does, and how often again. */
export function StepFields({ step, index, count, onChange, onMove, onRemove }: StepProps) {
  const { t } = useLingui();
  const path = `$.steps[${index}]`;
  const whole = useFieldProblem([path], true);
  const number = index + 1;
  const whens = [
    { value: 'before', label: t`before the deadline` },
    { value: 'at', label: t`at the deadline` },
    { value: 'after', label: t`after the deadline` },
    { value: 'percent', label: t`at a percentage of the target` },
  ] as const;
  const clocks = [
    { value: 'lead', label: t`the lead’s, from its arrival` },
    { value: 'owner', label: t`the owner’s, from when he got it` },
  ] as const;
  const ofs = [
    { value: 'answer', label: t`first answer` },
    { value: 'contact', label: t({ message: 'contact', context: 'a target' }) },
  ] as const;
  const actions = [
    { value: '', label: t({ message: 'nothing', context: 'what a step does' }) },
    { value: 'reassign', label: t`gives the lead to the next of the rota` },
    { value: 'pool', label: t`puts the lead back into the pool` },
    { value: 'away', label: t`sets the owner to “away”` },
  ];
  const move = (by: number): void => {
    onMove(by);
    requestAnimationFrame(() => document.getElementById(`${by < 0 ? 'up' : 'down'} ${step.key}`)?.focus());
  };
  return (
    <fieldset className="pol-step">
      <legend>
        <Trans>Step {number}</Trans>
      </legend>
      <div className="pol-step-buttons">
        <button type="button" id={`up ${step.key}`} className="btn btn-quiet" disabled={index === 0} onClick={() => move(-1)}>
          <Trans>Up</Trans>
        </button>
        <button type="button" id={`down ${step.key}`} className="btn btn-quiet" disabled={number === count} onClick={() => move(1)}>
          <Trans>Down</Trans>
        </button>
        <button type="button" className="btn btn-quiet" onClick={onRemove}>
          <Trans>Remove</Trans>
          <span className="vh">
            {' '}
            <Trans>Step {number}</Trans>
          </span>
        </button>
      </div>
      <div className="pol-row">
        <SelectField
          label={t`When`}
          paths={[]}
          value={step.when}
          choices={whens}
          onChange={(value) => onChange({ when: whens.find((one) => one.value === value)?.value ?? 'at', at: '' })}
        />
        {(step.when === 'before' || step.when === 'after') && (
          <DurationField
            label={step.when === 'before' ? t`How long before` : t`How long after`}
            paths={[`${path}.at_s`]}
            value={step.at}
            placeholder="1:00"
            onChange={(at) => onChange({ at })}
          />
        )}
        {step.when === 'percent' && (
          <TextField
            label={t`Percent`}
            paths={[`${path}.at_percent`]}
            value={step.at}
            numeric
            placeholder="80"
            onChange={(at) => onChange({ at })}
          />
        )}
        <SelectField
          label={t`Target`}
          paths={[`${path}.of`]}
          value={step.of}
          choices={ofs}
          onChange={(value) => onChange({ of: value === 'contact' ? 'contact' : 'answer' })}
        />
        <SelectField
          label={t`Clock`}
          paths={[`${path}.clock`]}
          value={step.clock}
          choices={clocks}
          onChange={(value) => onChange({ clock: value === 'owner' ? 'owner' : 'lead' })}
        />
      </div>
      <ListenersField path={`${path}.notify`} values={step.notify} onChange={(notify) => onChange({ notify })} />
      <div className="pol-row">
        <SelectField
          label={t`Does`}
          paths={[`${path}.action`]}
          value={step.action}
          choices={actions}
          onChange={(action) => onChange({ action })}
        />
        <DurationField
          label={t`Tells again every`}
          paths={[`${path}.repeat_s`]}
          value={step.repeat}
          placeholder={t`never`}
          onChange={(repeat) => onChange({ repeat })}
        />
        <TextField
          label={t`Times at most`}
          paths={[`${path}.repeat_max`]}
          value={step.repeatMax}
          numeric
          onChange={(repeatMax) => onChange({ repeatMax })}
        />
        <TextField label={t`Name of the step`} paths={[`${path}.id`]} value={step.id} onChange={(id) => onChange({ id })} />
      </div>
      {whole !== null && <FieldProblemLine id={`${path} wrong`} problem={whole} />}
    </fieldset>
  );
}
