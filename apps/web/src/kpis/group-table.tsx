import { Trans, useLingui } from '@lingui/react/macro';
import type { To } from 'react-router';
import { Icon } from '../team/icons.js';
import { useAnswerWords } from './answer-words.js';
import type { Definition, Group } from './answers.js';
import { GroupLine } from './group-line.js';
import { mostOf, ranked } from './group-order.js';
import { intervalOf, keysOf, lineKey, mainCurrency, partsIn } from './parts.js';
import { PlaceHead } from './place-head.js';
import type { GroupKey } from './question.js';
import { useQuestionWords } from './question-words.js';

interface TableProps {
  readonly definition: Definition;
  readonly groups: readonly Group[];
  /** it has an order of its own (stages, bands), and nobody ranks it */
  readonly series: boolean;
  readonly sort: string | null;
  readonly onSort: (column: string) => void;
  readonly toRows: (group: GroupKey) => To;
}

/** The groups of an answer: ranked where that is fair, sortable by each column; each leads to its rows. */
export function GroupTable({ definition, groups, series, sort, onSort, toRows }: TableProps) {
  const { t } = useLingui();
  const words = { ...useAnswerWords(), ...useQuestionWords() };
  const keys = keysOf(groups);
  const parts = partsIn(groups);
  const lines = ranked(groups, definition, series, sort);
  const interval = groups.some((group) => intervalOf(group) !== null);
  const anyExcluded = groups.some(({ excluded }) => Object.keys(excluded).length > 0);
  const most = mostOf(lines);
  const anyRank = lines.some(({ rank }) => rank !== null);
  return (
    <section className="panel groups">
      <header>
        <h2 id="groups">
          <Trans>Groups</Trans>
        </h2>
        <span className="sub">
          <Trans>a name leads to its rows</Trans>
        </span>
      </header>
      <div className="table-box" tabIndex={0} role="region" aria-labelledby="groups">
        <table className="group-table">
          <thead>
            <tr>
              {anyRank && <PlaceHead />}
              {keys.map((key) => (
                <Head key={key} column={key} label={words.dimension(key)} sort={sort} onSort={onSort} className="col-key" />
              ))}
              <Head column="value" label={t({ message: 'Value', context: 'a column' })} sort={sort} onSort={onSort} />
              {interval && (
                <th scope="col">
                  <Trans>95 % between</Trans>
                </th>
              )}
              {parts.map((part) => (
                <Head key={part} column={part} label={words.part(part, definition.section)} sort={sort} onSort={onSort} />
              ))}
              <Head column="n" label="n" sort={sort} onSort={onSort} />
              {anyExcluded && (
                <th scope="col">
                  <Trans>Not in it</Trans>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <GroupLine
                key={lineKey(keys, line.group)}
                line={line}
                definition={definition}
                columns={{ keys, parts, interval, anyExcluded, anyRank }}
                most={most}
                currency={mainCurrency(groups)}
                toRows={toRows}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface HeadProps {
  readonly column: string;
  readonly label: string;
  readonly sort: string | null;
  readonly onSort: (column: string) => void;
  readonly className?: string;
}

/** The head of a column; numbers begin with the largest, names with the first. */
function Head({ column, label, sort, onSort, className = '' }: HeadProps) {
  const up = sort === column;
  const down = sort === `-${column}`;
  const first = className === 'col-key' ? column : `-${column}`;
  const next = !up && !down ? first : up ? `-${column}` : column;
  return (
    <th scope="col" className={className} {...(up || down ? { 'aria-sort': up ? ('ascending' as const) : ('descending' as const) } : {})}>
      <button type="button" className={up ? 'up' : ''} onClick={() => onSort(next)}>
        {label}
        {(up || down) && <Icon of="down" />}
      </button>
    </th>
  );
}
