import { Trans } from '@lingui/react/macro';
import type { Definition } from './answers.js';
import { useQuestionWords } from './question-words.js';
import type { RevisedGroup } from './revisions.js';
import { useKpiFormats } from './use-kpi-formats.js';
import { useMemberWords } from './use-member-words.js';

interface GroupsProps {
  readonly definition: Definition;
  readonly changes: readonly RevisedGroup[];
}

/** What was said when the period ended beside what is said now, by group where groups were asked for. */
export function RevisedGroups({ definition, changes }: GroupsProps) {
  const words = useQuestionWords();
  const member = useMemberWords();
  const keys = Object.keys(changes[0]?.key ?? {});
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={definition.title}>
      <table className="group-table">
        <thead>
          <tr>
            {keys.map((key) => (
              <th key={key} scope="col" className="col-key">
                {words.dimension(key)}
              </th>
            ))}
            <th scope="col">
              <Trans>What we said then</Trans>
            </th>
            <th scope="col">
              <Trans>What we say now</Trans>
            </th>
            <th scope="col">
              <Trans>Difference</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={JSON.stringify([change.key, change.currency])}>
              {keys.map((key) => (
                <th key={key} scope="row" className="col-key" dir="auto">
                  {member(key, change.key[key] ?? null)}
                </th>
              ))}
              <Figures definition={definition} change={change} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figures({ definition: { unit }, change: { then, now, difference, currency } }: { definition: Definition; change: RevisedGroup }) {
  const format = useKpiFormats();
  const measure = { unit, currency: currency ?? null };
  return (
    <>
      <td>{format.value(then, measure)}</td>
      <td>
        <b>{format.value(now, measure)}</b>
      </td>
      <td>{difference === null || difference === 0 ? '' : format.signed(difference, measure)}</td>
    </>
  );
}
