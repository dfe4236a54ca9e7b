import { Plural, Trans } from '@lingui/react/macro';
import { JourneyBar } from '../team/journey-bar.js';
import { legNames, useJourneyWords } from '../team/journey-words.js';
import type { Leg, Way } from './journey.js';
import { stretchesOf } from './journey-stretches.js';
import { useKpiFormats } from './use-kpi-formats.js';

const time = { unit: 's', currency: null } as const;
const share = { unit: 'ratio', currency: null } as const;

/** All leads together: the bar, and each stretch in words and figures. */
export function JourneyWhole({ whole, asOf }: { whole: Way; asOf: string }) {
  const format = useKpiFormats();
  const span = (seconds: number): string => format.value(seconds, time);
  const [systemText, peopleText, at] = [span(whole.system_s), span(whole.human_s), format.exact(asOf)];
  return (
    <section className="panel journey">
      <header>
        <h2 id="whole">
          <Trans>All leads together</Trans>: {span(whole.total_s)}
        </h2>
        <span className="sub">
          <Plural value={whole.n} one="# lead" other="# leads" />, <Trans>as of {at}</Trans>
        </span>
      </header>
      {whole.n === 0 ? (
        <p className="empty">
          <Trans>No lead arrived in this period.</Trans>
        </p>
      ) : (
        <div className="way-box">
          <JourneyBar stretches={stretchesOf(whole)} />
          <p className="small t2">
            <Trans>
              System {systemText} (hatched), people {peopleText}.
            </Trans>
          </p>
          <Stretches whole={whole} />
        </div>
      )}
    </section>
  );
}

function Stretches({ whole }: { whole: Way }) {
  const format = useKpiFormats();
  return (
    <div className="table-box" tabIndex={0} role="region" aria-labelledby="whole">
      <table className="group-table">
        <thead>
          <tr>
            <th scope="col" className="col-key">
              <Trans>Until</Trans>
            </th>
            <th scope="col">
              <Trans>Leads</Trans>
            </th>
            <th scope="col">
              <Trans>Half of them within</Trans>
            </th>
            <th scope="col">
              <Trans>System</Trans>
            </th>
            <th scope="col">
              <Trans>People</Trans>
            </th>
            <th scope="col">
              <Trans>Together</Trans>
            </th>
            <th scope="col">
              <Trans>Share</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {legNames.map((name, index) => {
            const leg = whole.legs.find((one) => one.leg === name);
            return leg === undefined ? null : <Stretch key={name} number={index + 1} leg={leg} whole={whole} />;
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="col-key">
              <Trans>Sum</Trans>
            </th>
            <td>{format.number(whole.n)}</td>
            <td />
            <td>{format.value(whole.system_s, time)}</td>
            <td>{format.value(whole.human_s, time)}</td>
            <td>{format.value(whole.total_s, time)}</td>
            <td>{format.value(1, share)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Stretch({ number, leg, whole }: { number: number; leg: Leg; whole: Way }) {
  const format = useKpiFormats();
  const words = useJourneyWords();
  return (
    <tr>
      <th scope="row" className="col-key">
        <span className="t3">{number}</span> {words.leg(leg.leg)}
      </th>
      <td>{format.number(leg.n)}</td>
      <td>{format.value(leg.median_s, time)}</td>
      <td>{format.value(leg.system_s, time)}</td>
      <td>{format.value(leg.human_s, time)}</td>
      <td>{format.value(leg.total_s, time)}</td>
      <td>{whole.total_s === 0 ? '' : format.value(leg.total_s / whole.total_s, share)}</td>
    </tr>
  );
}
