import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Icon } from './icons.js';
import { usePeriodWords } from './period-words.js';
import { inOrder, type RepColumn, type RepOrder, repColumns, turned } from './rep-order.js';
import { RepRow } from './rep-row.js';
import { useTeam } from './team-context.js';
import { useFormats } from './use-formats.js';
import { useLast } from './use-last.js';

/** What each rep has and did, and how sure his share is. */
export function Reps() {
  const { t } = useLingui();
  const { percent } = useFormats();
  const { figures, state } = useTeam();
  const { span } = usePeriodWords();
  const [order, setOrder] = useState<RepOrder>({ by: 'answered', down: true });
  const heads = useRepHeads();
  const goal = percent(state.site.goal);
  const lines = inOrder(figures?.reps ?? [], order);
  const rows = useLast(figures)?.reps.length ?? 0;
  const goesDown = order.down ? 'descending' : 'ascending';
  return (
    <section className="panel c8 reps-panel" aria-labelledby="reps">
      <header>
        <h2 id="reps">
          <Trans>Reps</Trans>
        </h2>
        <span className="sub">
          <Trans>
            {span}, dotted line: goal {goal}
          </Trans>
        </span>
      </header>
      <table className="reps">
        <thead>
          <tr>
            {repColumns.map((column) => (
              <th key={column} scope="col" className={`col-${column}`} {...(order.by === column ? { 'aria-sort': goesDown } : {})}>
                <button type="button" onClick={() => setOrder(turned(order, column))}>
                  {heads[column]}
                  {order.by === column && (
                    <span className={order.down ? 'down' : 'up'}>
                      <Icon of="down" />
                    </span>
                  )}
                </button>
              </th>
            ))}
            <th scope="col" className="col-days">
              <Trans>30 days</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <RepRow key={line.rep ?? ''} line={line} />
          ))}
          {figures === null && Array.from({ length: rows }, (_, row) => <BlankRow key={row} />)}
        </tbody>
      </table>
      {figures !== null && lines.length === 0 && <p className="empty">{t`Nobody is set up as a rep yet, and no lead names one.`}</p>}
    </section>
  );
}

const BlankRow = () => (
  <tr aria-hidden="true">
    <td colSpan={repColumns.length + 1} />
  </tr>
);

/** The heads of the table, for the page and for its CSV. */
export function useRepHeads(): Readonly<Record<RepColumn, string>> {
  const { t } = useLingui();
  return {
    name: t`Rep`,
    status: t({ message: 'Status', context: 'of a rep' }),
    open: t`Open`,
    late: t`Late now`,
    answered: t`Answered`,
    median: t`Median`,
    p90: t`p90`,
    inTarget: t`In target, 95% interval`,
  };
}
