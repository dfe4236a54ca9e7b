import { Trans, useLingui } from '@lingui/react/macro';
import type { Definition, Milestone } from './answers.js';
import type { Question } from './question.js';
import { useMilestones } from './use-background.js';
import { useKpiFormats } from './use-kpi-formats.js';

/** When the number came to each quarter of its target, or should have; nothing where there is no target for the period. */
export function MilestonesPanel({ definition, question }: { definition: Definition; question: Question }) {
  const format = useKpiFormats();
  const told = useMilestones(question, definition.milestones === true && (question.window !== null || question.from !== null));
  const [group] = told?.groups ?? [];
  if (told === null || group === undefined || group.milestones === null) return null;
  const amount = (value: number): string => format.value(value, { unit: told.unit, currency: told.currency });
  const wanted = amount(group.target);
  return (
    <section className="panel milestones" aria-labelledby="milestones">
      <header>
        <h2 id="milestones">
          <Trans>Milestones</Trans>
        </h2>
        <span className="sub">
          <Trans>target: {wanted}</Trans>
        </span>
      </header>
      <table className="kv">
        <tbody>
          {group.milestones.map((milestone) => (
            <tr key={milestone.share}>
              <th scope="row">{format.value(milestone.share, { unit: 'ratio', currency: null })}</th>
              <td>{amount(milestone.amount)}</td>
              <Standing milestone={milestone} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What is due at midnight is due on the day that ends with it. */
const dayOf = (due: string): string => new Date(Date.parse(due) - 1).toISOString();

/** In words and by a sign, whether it is there, and when it was or is due. */
function Standing({ milestone: { reached_from: reached, due, state } }: { milestone: Milestone }) {
  const { t } = useLingui();
  const format = useKpiFormats();
  const date = format.bucket('day', dayOf(due));
  if (reached === null)
    return state === 'behind' ? <td className="is-behind">▼ {t`behind since ${date}`}</td> : <td className="t2">{t`due ${date}`}</td>;
  const day = format.bucket('day', reached);
  return <td>✓ {state === 'behind' ? t`reached on ${day}, late: due ${date}` : t`reached on ${day}`}</td>;
}
