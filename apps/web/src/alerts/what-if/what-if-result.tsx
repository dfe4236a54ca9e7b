import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { usePolicyWords } from '../policies/use-policy-words.js';
import { AttainmentTables, hourName } from './attainment-tables.js';
import { ListedAlerts } from './listed-alerts.js';
import { useToldWords } from './use-told-words.js';
import type { WhatIf } from './what-if-answers.js';

/** A replay side by side with what happened. */
export function WhatIfResult({ whatIf }: { whatIf: WhatIf }) {
  const words = usePolicyWords();
  const { alerts, leads, listed, down } = whatIf;
  const [from, to] = [words.moment(whatIf.from), words.moment(whatIf.to)];
  const counts: readonly (readonly [string, ReactNode, number])[] = [
    ['same', <Trans key="s">the same</Trans>, alerts.same],
    ['others', <Trans key="o">would have told others</Trans>, alerts.others],
    ['gone', <Trans key="g">would not have been raised</Trans>, alerts.only_happened],
    ['new', <Trans key="n">would be new</Trans>, alerts.only_replayed],
    ['apart', <Trans key="a">set apart, see below</Trans>, alerts.close + alerts.down],
  ];
  return (
    <>
      <section className="panel wi-part" aria-labelledby="wi-alerts" data-part="alerts">
        <h2 id="wi-alerts">
          <Trans>Alerts</Trans>
        </h2>
        <p className="cap t2">
          <Trans>
            {from} to {to}
          </Trans>
          {' · '}
          <Plural value={leads} one="# lead arrived" other="# leads arrived" />
        </p>
        <p className="wi-sides">
          <span data-count="happened">
            <b>{words.number(alerts.happened)}</b> <Trans>were raised</Trans>
          </span>
          <span data-count="replayed">
            <b>{words.number(alerts.replayed)}</b> <Trans>would have been</Trans>
          </span>
        </p>
        <ul className="wi-counts">
          {counts.map(([key, name, count]) => (
            <li key={key} data-count={key}>
              <b>{words.number(count)}</b> {name}
            </li>
          ))}
        </ul>
      </section>
      {alerts.happened + alerts.replayed === 0 ? (
        <p className="panel pol-empty">
          <Trans>No alert was raised in these days, and none would have been.</Trans>
        </p>
      ) : (
        <ToldTables whatIf={whatIf} />
      )}
      <AttainmentTables attainment={whatIf.attainment} />
      <ListedAlerts part="differ" title={<Trans>Alerts that differ</Trans>} some={listed.differ} empty={<Trans>None differs.</Trans>} />
      {alerts.close > 0 && (
        <ListedAlerts
          part="close"
          title={<Trans>Within two seconds of an answer</Trans>}
          about={<Trans>What decides them was recorded so close to their time that either may be right.</Trans>}
          some={listed.close}
        />
      )}
      {down.length + alerts.down > 0 && (
        <ListedAlerts
          part="down"
          title={<Trans>While nobody could be told</Trans>}
          about={down.map((time) => `${words.moment(time.from)} – ${words.moment(time.to)}`).join(' · ')}
          some={listed.down}
        />
      )}
    </>
  );
}

/** How many alerts told whom, and fell due when. */
function ToldTables({ whatIf: { told, alert_hours } }: { whatIf: WhatIf }) {
  const listener = useToldWords();
  return (
    <section className="panel wi-part" aria-labelledby="wi-told" data-part="told">
      <h2 id="wi-told">
        <Trans>Whom they told, and when</Trans>
      </h2>
      <div className="wi-pair">
        <CountTable
          first={<Trans>Told</Trans>}
          rows={told.map(({ to, ...counts }) => ({ key: to, name: <bdi>{listener(to)}</bdi>, ...counts }))}
        />
        <CountTable
          first={<Trans>Hour</Trans>}
          rows={alert_hours.map(({ hour, ...counts }) => ({ key: `${hour}`, name: hourName(hour), ...counts }))}
        />
      </div>
    </section>
  );
}

interface CountTableProps {
  readonly first: ReactNode;
  readonly rows: readonly { readonly key: string; readonly name: ReactNode; readonly then: number; readonly replayed: number }[];
}

function CountTable({ first, rows }: CountTableProps) {
  const words = usePolicyWords();
  return (
    <table className="pol-leads wi-table">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">
            <Trans>Were raised</Trans>
          </th>
          <th scope="col">
            <Trans>Would have been</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, then, replayed }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{words.number(then)}</td>
            <td>{words.number(replayed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
