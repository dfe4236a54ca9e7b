import { Trans } from '@lingui/react/macro';
import { JourneyBar } from '../team/journey-bar.js';
import { legNames, useJourneyWords } from '../team/journey-words.js';
import type { Way } from './journey.js';
import { stretchesOf } from './journey-stretches.js';
import { useQuestionWords } from './question-words.js';
import { useKpiFormats } from './use-kpi-formats.js';
import { useMemberWords } from './use-member-words.js';

interface GroupsProps {
  readonly by: readonly string[];
  readonly groups: readonly Way[];
  readonly whole: Way;
}

/** Each group with its bar and its stretches; the last line is the whole of the same instant, to which they add up. */
export function JourneyGroups({ by, groups, whole }: GroupsProps) {
  const words = { ...useQuestionWords(), ...useJourneyWords() };
  return (
    <section className="panel journey">
      <header>
        <h2 id="groups">
          <Trans>Groups</Trans>: {by.map((dimension) => words.dimension(dimension)).join(', ')}
        </h2>
      </header>
      <div className="table-box" tabIndex={0} role="region" aria-labelledby="groups">
        <table className="group-table">
          <thead>
            <tr>
              {by.map((dimension) => (
                <th key={dimension} scope="col" className="col-key">
                  {words.dimension(dimension)}
                </th>
              ))}
              <th scope="col">
                <Trans>Leads</Trans>
              </th>
              <th scope="col" className="col-key">
                <Trans>Stretches</Trans>
              </th>
              {legNames.map((leg) => (
                <th key={leg} scope="col">
                  {words.leg(leg)}
                </th>
              ))}
              <th scope="col">
                <Trans>System</Trans>
              </th>
              <th scope="col">
                <Trans>People</Trans>
              </th>
              <th scope="col">
                <Trans>Together</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={JSON.stringify(group.key)}>
                <Names by={by} group={group} />
                <Figures way={group} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="col-key" colSpan={by.length}>
                <Trans>Sum</Trans>
              </th>
              <Figures way={whole} />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Names({ by, group }: { by: readonly string[]; group: Way }) {
  const member = useMemberWords();
  return by.map((dimension) => (
    <th key={dimension} scope="row" className="col-key" dir="auto">
      {member(dimension, group.key[dimension] ?? null)}
    </th>
  ));
}

function Figures({ way }: { way: Way }) {
  const format = useKpiFormats();
  const span = (seconds: number): string => format.value(seconds, { unit: 's', currency: null });
  return (
    <>
      <td>{format.number(way.n)}</td>
      <td className="col-way">
        <JourneyBar stretches={stretchesOf(way)} />
      </td>
      {legNames.map((leg) => (
        <td key={leg}>{span(way.legs.find((one) => one.leg === leg)?.total_s ?? 0)}</td>
      ))}
      <td>{span(way.system_s)}</td>
      <td>{span(way.human_s)}</td>
      <td>
        <b>{span(way.total_s)}</b>
      </td>
    </>
  );
}
