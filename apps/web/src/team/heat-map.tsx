import { useLingui } from '@lingui/react/macro';
import { isFew } from '../wall/goal.js';
import type { HeatCell } from './history.js';
import { useHistory } from './history-context.js';
import { NOTHING, useFormats } from './use-formats.js';

const EDGES = [0.8, 0.85, 0.9, 0.95] as const;

/** When in the week the target is met: one hue in five steps, the number in every cell; too few leads make no number. */
export function HeatMap() {
  const { t } = useLingui();
  const { weekday, number } = useFormats();
  const cells = useHistory()?.heat ?? [];
  const hours = [...new Set(cells.map(({ hour }) => hour))].sort((a, b) => a - b);
  const from = hours[0] ?? 9;
  const to = hours.at(-1) ?? 18;
  const columns = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const days = [0, 1, 2, 3, 4, 5, 6].filter((day) => day < 5 || cells.some((cell) => cell.weekday === day));
  const at = (day: number, hour: number): HeatCell | undefined => cells.find((cell) => cell.weekday === day && cell.hour === hour);
  return (
    <section className="panel c4 heat-panel" aria-labelledby="heat">
      <header>
        <h2 id="heat">{t`In target by hour`}</h2>
        <span className="sub">{t`last 4 weeks, %`}</span>
      </header>
      {cells.length === 0 ? (
        <p className="empty">{t`Nothing was judged in these days.`}</p>
      ) : (
        <div className="heat-box" tabIndex={0} role="region" aria-label={t`Hours of the week`}>
          <table className="heat">
            <thead>
              <tr>
                <td />
                {columns.map((hour) => (
                  <th key={hour} scope="col">
                    {hour}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day}>
                  <th scope="row">{weekday(day)}</th>
                  {columns.map((hour) => {
                    const cell = at(day, hour);
                    if (cell === undefined) return <td key={hour} className="no" />;
                    const few = isFew(cell.n);
                    const share = cell.met / cell.n;
                    return (
                      <td key={hour} className={few ? 'few' : `h${stepOf(share)}`} title={`${number(cell.met)} / ${number(cell.n)}`}>
                        {few ? NOTHING : number(Math.floor(share * 100))}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const stepOf = (share: number): number => 1 + EDGES.filter((edge) => share >= edge).length;
