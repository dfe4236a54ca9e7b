import { Trans } from '@lingui/react/macro';
import { Link, type To } from 'react-router';
import { useAnswerWords } from './answer-words.js';
import type { Definition, Row } from './answers.js';
import { RowDispute } from './row-dispute.js';
import { rowMeasure } from './row-measure.js';
import { useRowWords } from './row-words.js';
import { useKpiFormats } from './use-kpi-formats.js';
import { useMemberWords } from './use-member-words.js';
import { NOTHING } from './value-format.js';

interface RowProps {
  readonly row: Row;
  readonly definition: Definition;
  /** which part of a formula the row belongs to, in words; null: the number is none */
  readonly part: string | null;
  /** null: it is being asked for, or nobody of that name is known as a lead */
  readonly name: string | null;
  readonly open: boolean;
  readonly to: To;
}

/** One row in people's words. */
export function RowLine({ row, definition, part, name, open, to }: RowProps) {
  const format = useKpiFormats();
  const member = useMemberWords();
  const words = useAnswerWords();
  const what = useRowWords()(row);
  const at = row.at ?? row.from;
  const measure = rowMeasure(row, definition.unit);
  return (
    <tr className={row.excluded === null ? undefined : 'is-excluded'} {...(open ? { 'aria-current': 'true' as const } : {})}>
      <th scope="row">
        {name === null ? (
          <span dir="auto">{row.subject}</span>
        ) : (
          <Link to={to} dir="auto">
            {name}
          </Link>
        )}
      </th>
      <td className="nowrap">
        <time dateTime={at} title={format.exact(at)}>
          {format.moment(at)}
        </time>
      </td>
      <td>
        {what}
        {part !== null && <span className="cap t3"> · {part}</span>}
      </td>
      <td dir="auto">{row.rep === null ? <span className="t3">{NOTHING}</span> : member('rep', row.rep)}</td>
      <td dir="auto">{row.origin === null ? <span className="t3">{NOTHING}</span> : member('origin', row.origin)}</td>
      <td className="num">{row.value === null || measure === null ? '' : format.value(row.value, measure)}</td>
      <td>
        {row.excluded === null ? (
          <Trans>yes</Trans>
        ) : (
          <>
            <Trans>no</Trans>: {words.reason(row.excluded)}
          </>
        )}
      </td>
      <RowDispute row={row} name={name} what={what} />
    </tr>
  );
}
