import { Trans, useLingui } from '@lingui/react/macro';
import type { Change, Definition, Earlier, Group } from './answers.js';
import { currencyOf } from './parts.js';
import type { Question } from './question.js';
import { useCompared } from './use-background.js';
import { useKpiFormats } from './use-kpi-formats.js';

/** What the number was one period before, on the same weekdays and a year ago, as far as there is such a time. */
export function ComparedWith({ definition, question, group }: { definition: Definition; question: Question; group: Group }) {
  const { t } = useLingui();
  const compared = useCompared(question);
  if (compared === null) return null;
  const lines: readonly (readonly [string, Earlier])[] = [
    [t`one period before`, compared.before],
    [t`same weekday, mean of 4 weeks`, compared.weekday],
    [t`a year before`, compared.last_year],
  ];
  const known = lines.flatMap(([title, { changes }]) => {
    const [change] = changes ?? [];
    return change === undefined || change.then === null ? [] : [{ title, change }];
  });
  if (known.length === 0) return null;
  return (
    <table className="kv compared">
      <caption className="vh">
        <Trans>Compared with</Trans>
      </caption>
      <tbody>
        {known.map(({ title, change }) => (
          <Line key={title} title={title} change={change} definition={definition} currency={currencyOf(group)} />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly title: string;
  readonly change: Change;
  readonly definition: Definition;
  readonly currency: string | null;
}

function Line({ title, change: { then, difference, relative }, definition: { unit, better }, currency }: LineProps) {
  const { t } = useLingui();
  const format = useKpiFormats();
  const measure = { unit, currency };
  const points = difference === null ? '' : format.signed(Math.round(difference * 1_000) / 10, { unit: 'count', currency: null });
  const moved = difference === null ? '' : unit === 'ratio' ? t`${points} points` : format.signed(difference, measure);
  const share = relative === null || unit === 'ratio' ? '' : ` (${format.signed(relative, { unit: 'ratio', currency: null })})`;
  const good = difference === null || difference === 0 || better === 'neither' ? null : difference < 0 === (better === 'less');
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{format.value(then, measure)}</td>
      <td>
        {moved}
        {share}
        {good !== null && <span className="t2">, {good ? <Trans>better</Trans> : <Trans>worse</Trans>}</span>}
      </td>
    </tr>
  );
}
