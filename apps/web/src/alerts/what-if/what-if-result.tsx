import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { usePolicyWords } from '../policies/use-policy-words.js';
import { AttainmentTables } from './attainment-tables.js';
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
        <ToldTable told={whatIf.told} />
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

function ToldTable({ told }: { told: WhatIf['told'] }) {
  const words = usePolicyWords();
  const listener = useToldWords();
  return (
    <section className="panel wi-part" aria-labelledby="wi-told" data-part="told">
      <h2 id="wi-told">
        <Trans>Whom they told</Trans>
      </h2>
      <table className="pol-leads wi-table">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Told</Trans>
            </th>
            <th scope="col">
              <Trans>Were raised</Trans>
            </th>
            <th scope="col">
              <Trans>Would have been</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ to, then, replayed }) => (
            <tr key={to}>
              <th scope="row">
                <bdi>{listener(to)}</bdi>
              </th>
              <td>{words.number(then)}</td>
              <td>{words.number(replayed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
