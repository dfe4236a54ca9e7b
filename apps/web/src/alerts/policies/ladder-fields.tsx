import { Trans } from '@lingui/react/macro';
import { FieldProblemLine } from '../form/form-field.js';
import { useFieldProblem } from '../form/form-problems.js';
import { newStep, type StepDraft } from './policy-draft.js';
import { StepFields } from './step-fields.js';
import { isUntouched, usualLadder } from './usual-ladder.js';

interface LadderProps {
  readonly steps: readonly StepDraft[];
  /** a policy that was saved has the ladder that somebody chose */
  readonly isNew: boolean;
  readonly onChange: (steps: readonly StepDraft[]) => void;
}

/** The steps of the ladder, in their order. */
export function LadderFields({ steps, isNew, onChange }: LadderProps) {
  const problem = useFieldProblem(['$.steps'], true);
  const isOffered = isNew && isUntouched(steps);
  const moved = (from: number, by: number): readonly StepDraft[] => {
    const step = steps[from];
    const others = steps.filter((one) => one !== step);
    return step === undefined ? steps : [...others.slice(0, from + by), step, ...others.slice(from + by)];
  };
  return (
    <section className="pol-part" aria-labelledby="pol-ladder">
      <h2 id="pol-ladder">
        <Trans>Ladder</Trans>
      </h2>
      {steps.length === 0 && (
        <p className="t2">
          <Trans>Without any step the owner is told once, at the deadline.</Trans>
        </p>
      )}
      {steps.map((step, index) => (
        <StepFields
          key={step.key}
          step={step}
          index={index}
          count={steps.length}
          onChange={(change) => onChange(steps.map((one) => (one.key === step.key ? { ...one, ...change } : one)))}
          onMove={(by) => onChange(moved(index, by))}
          onRemove={() => {
            onChange(steps.filter(({ key }) => key !== step.key));
            document.getElementById('pol-add-step')?.focus();
          }}
        />
      ))}
      {problem !== null && <FieldProblemLine id="pol-steps-wrong" problem={problem} />}
      {isOffered && (
        <p className="t2" id="pol-usual">
          <Trans>
            The usual ladder tells the owner a minute before, at the deadline and three times more, a minute apart, and the manager five
            minutes after it.
          </Trans>
        </p>
      )}
      <div className="pol-row">
        <button type="button" id="pol-add-step" className="btn" onClick={() => onChange([...steps, newStep(steps)])}>
          <Trans>Add a step</Trans>
        </button>
        {isOffered && (
          <button
            type="button"
            className="btn"
            aria-describedby="pol-usual"
            onClick={() => {
              onChange(usualLadder());
              document.getElementById('pol-add-step')?.focus();
            }}
          >
            <Trans>Start from the usual ladder</Trans>
          </button>
        )}
      </div>
    </section>
  );
}
