import { Trans } from '@lingui/react/macro';
import { CauseList } from './cause-list.js';
import type { Hour } from './staffing-answers.js';
import { useWeekWords } from './use-week-words.js';

/** The hours in which most leads went late, and why. */
export function WorstHours({ worst }: { worst: readonly Hour[] }) {
  const words = useWeekWords();
  return (
    <section className="panel stf-worst" aria-labelledby="stf-worst">
      <h2 id="stf-worst">
        <Trans>Worst hours</Trans>
      </h2>
      <p className="cap t2">
        <Trans>By the hour of the arrival, the most late leads first.</Trans>
      </p>
      <table aria-labelledby="stf-worst">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Hour</Trans>
            </th>
            <th scope="col" className="num">
              <Trans>Late</Trans>
            </th>
            <th scope="col" className="num">
              <Trans>In target</Trans>
            </th>
            <th scope="col">
              <Trans>Why</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {worst.map((hour) => {
            const { weekday, hour: of, late, met, attainment, small, causes } = hour;
            const [inTarget, all] = [words.number(met), words.number(met + late)];
            return (
              <tr key={`${weekday} ${of}`}>
                <th scope="row">{words.hourOfWeek(weekday, of)}</th>
                <td className="num">{words.number(late)}</td>
                <td className={small ? 'num t3' : 'num'}>
                  {small || attainment === null ? `${inTarget}/${all}` : words.percent(Math.floor(attainment * 100) / 100)}
                </td>
                <td>
                  <CauseList causes={causes} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
