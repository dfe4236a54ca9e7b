import { Trans } from '@lingui/react/macro';
import { Link, useSearchParams } from 'react-router';
import type { Definition, ExplainedPart } from './answers.js';
import { currencyOf } from './parts.js';
import type { Question } from './question.js';
import { useKpiFormats } from './use-kpi-formats.js';
import { useCatalogue } from './use-numbers.js';
import { usePartTitles } from './use-part-titles.js';
import { plainView, writeView } from './view.js';

/**
 * What a formula is made of: each part with its number, leading to its own page with the same period and filters. A part that is this number's
 * own cases leads nowhere else, and says nothing that the number does not.
 */
export function ExplainedParts({ parts, question }: { parts: readonly ExplainedPart[]; question: Question }) {
  const { data } = useCatalogue();
  const titles = usePartTitles(parts);
  const others = parts.filter(({ kpi }) => kpi !== question.kpi);
  if (others.length === 0) return null;
  return (
    <table className="kv compared">
      <caption className="part-title">
        <Trans>Made of</Trans>
      </caption>
      <tbody>
        {others.map((part) => (
          <Part
            key={part.name}
            part={part}
            title={titles.get(part.name) ?? part.title}
            question={question}
            definition={data?.find(({ name }) => name === part.kpi)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface PartProps {
  readonly part: ExplainedPart;
  readonly title: string;
  readonly question: Question;
  /** undefined: it is no number of the catalogue */
  readonly definition: Definition | undefined;
}

function Part({ part: { groups, row_count: rows }, title, question, definition }: PartProps) {
  const format = useKpiFormats();
  const [params] = useSearchParams();
  const [group] = groups ?? [];
  const value =
    group === undefined || definition === undefined
      ? ''
      : format.value(group.value, { unit: definition.unit, currency: currencyOf(group) });
  const n = format.number(rows);
  const same = { ...question, by: [], params: {} };
  return (
    <tr>
      <th scope="row">
        {definition === undefined ? (
          title
        ) : (
          <Link to={{ pathname: `/kpis/${definition.name}`, search: writeView(params, same, plainView).toString() }}>{title}</Link>
        )}
      </th>
      <td>{value}</td>
      <td className="t2">
        <Trans>rows: {n}</Trans>
      </td>
    </tr>
  );
}
