import { Trans, useLingui } from '@lingui/react/macro';
import { Link, type To } from 'react-router';
import { useAnswerWords } from './answer-words.js';
import type { Definition } from './answers.js';
import type { RankedGroup } from './group-order.js';
import { currencyOf, intervalOf, measureOf } from './parts.js';
import type { GroupKey } from './question.js';
import { useKpiFormats } from './use-kpi-formats.js';
import { useMemberWords } from './use-member-words.js';

/** Which columns a table of groups has. */
export interface GroupColumns {
  readonly keys: readonly string[];
  readonly parts: readonly string[];
  readonly interval: boolean;
  readonly anyExcluded: boolean;
  readonly anyRank: boolean;
}

interface LineProps {
  readonly line: RankedGroup;
  readonly definition: Definition;
  readonly columns: GroupColumns;
  /** the largest value of all groups, which has the longest bar */
  readonly most: number;
  /** what money is in where a group names no currency */
  readonly currency: string | null;
  readonly toRows: (group: GroupKey) => To;
}

/** One group of a table: its place where it has one, its members, value, parts and what is not in it. */
export function GroupLine({ line: { group, small, apart, rank, tied }, definition, columns, most, currency: usual, toRows }: LineProps) {
  const { t } = useLingui();
  const format = useKpiFormats();
  const member = useMemberWords();
  const words = useAnswerWords();
  const currency = currencyOf(group) ?? usual;
  const text = (part: string, value: unknown): string =>
    format.value(typeof value === 'number' ? value : null, measureOf(part, definition, currency));
  const cell = (part: string): string => text(part, group[part]);
  const interval = intervalOf(group);
  const left = Object.entries(group.excluded);
  const why = left.map(([reason, n]) => `${format.number(n)} ${words.reason(reason)}`).join(', ');
  const bar = !apart && most > 0 && group.value !== null && group.value > 0 ? group.value / most : 0;
  const place = rank === null ? '' : format.number(rank);
  return (
    <tr className={group.n === 0 ? 'is-empty' : small ? 'is-small' : undefined}>
      {columns.anyRank && (
        <td className="col-rank">
          {place}
          {tied && (
            <>
              <span aria-hidden="true">=</span>
              <span className="vh">
                <Trans>shared</Trans>
              </span>
            </>
          )}
          {rank === null && small && group.n > 0 && <span className="vh">{t`fewer than ten: not ranked`}</span>}
        </td>
      )}
      {columns.keys.map((key, index) =>
        index === 0 ? (
          <th key={key} scope="row" className="col-key">
            <Link to={toRows(group.key)} dir="auto">
              {member(key, group.key[key] ?? null)}
            </Link>
          </th>
        ) : (
          <td key={key} className="col-key" dir="auto">
            {member(key, group.key[key] ?? null)}
          </td>
        ),
      )}
      <td className="col-value">
        <i className="cell-bar" style={{ inlineSize: `${Math.round(bar * 100)}%` }} aria-hidden="true" />
        <b>{cell('value')}</b>
      </td>
      {columns.interval && (
        <td>{interval === null ? '' : `${text(interval.part, interval.low)} – ${text(interval.part, interval.high)}`}</td>
      )}
      {columns.parts.map((part) => (
        <td key={part}>{cell(part)}</td>
      ))}
      <td>{format.number(group.n)}</td>
      {columns.anyExcluded && (
        <td>
          {left.length > 0 && (
            <span title={why}>
              <span aria-hidden="true">{format.number(left.reduce((sum, [, n]) => sum + n, 0))}</span>
              <span className="vh">{why}</span>
            </span>
          )}
        </td>
      )}
    </tr>
  );
}
