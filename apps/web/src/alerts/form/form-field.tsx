import { type ReactNode, useId } from 'react';
import { Shape } from '../../team/icons.js';
import { useFieldProblem, useVisit } from './form-problems.js';

/** What an input of a field has to carry. */
export interface FieldAria {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
  readonly onBlur: () => void;
}

interface FieldProps {
  readonly label: string;
  /** where it stands in the policy, as the server names it */
  readonly paths: readonly string[];
  readonly hint?: string;
  readonly children: (aria: FieldAria) => ReactNode;
}

/** A field with its label, and below it what is wrong with it, else how it is filled in. */
export function FormField({ label, paths, hint, children }: FieldProps) {
  const id = useId();
  const problem = useFieldProblem(paths);
  const visit = useVisit();
  const [path = ''] = paths;
  const said = problem !== null || hint !== undefined ? `${id}-said` : undefined;
  return (
    <div className={problem === null ? 'pol-field' : 'pol-field is-wrong'}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': problem !== null, 'aria-describedby': said, onBlur: () => visit(path) })}
      {problem === null ? (
        hint !== undefined && (
          <span className="cap t2" id={said}>
            {hint}
          </span>
        )
      ) : (
        <FieldProblemLine id={said ?? ''} problem={problem} />
      )}
    </div>
  );
}

export const FieldProblemLine = ({ id, problem }: { id: string; problem: string }) => (
  <span className="pol-wrong" id={id}>
    <Shape of="late" />
    <bdi>{problem}</bdi>
  </span>
);
