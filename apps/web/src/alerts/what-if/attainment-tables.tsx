import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormattingLocale } from '../../console/use-console.js';
import { usePolicyWords } from '../policies/use-policy-words.js';
import type { WhatIf } from './what-if-answers.js';

type Sides = NonNullable<WhatIf['attainment']['all']>;

/** An hour of the day, 0 to 23, as a clock shows it. */
export const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** Who was answered in target, and would have been, by team and by hour of the day. */
export function AttainmentTables({ attainment: { all, teams, hours } }: { attainment: WhatIf['attainment'] }) {
  const words = usePolicyWords();
  if (all === null) return null;
  return (
    <section className="panel wi-part" aria-labelledby="wi-attained" data-part="attained">
      <h2 id="wi-attained">
        <Trans>Answered in target</Trans>
      </h2>
      <p className="cap t2">
        <Trans>Answers stand as they came: what people had done, had they been told otherwise, nobody knows.</Trans>
      </p>
      <div className="wi-pair">
        <AttainmentTable
          first={<Trans>Team</Trans>}
          rows={[
            { key: 'all', name: <Trans>all leads</Trans>, sides: all },
            ...teams.map((one) => ({
              key: `t${one.team ?? ''}`,
              name: one.team === null ? <Trans>no team</Trans> : <bdi>{words.value('team', one.team)}</bdi>,
              sides: one,
            })),
          ]}
        />
        <AttainmentTable
          first={<Trans>Hour of arrival</Trans>}
          rows={hours.map((one) => ({ key: `h${one.hour}`, name: hourName(one.hour), sides: one }))}
        />
      </div>
    </section>
  );
}

function AttainmentTable({ first, rows }: { first: ReactNode; rows: readonly { key: string; name: ReactNode; sides: Sides }[] }) {
  const { number } = usePolicyWords();
  const percent = new Intl.NumberFormat(useFormattingLocale(), { style: 'percent', maximumFractionDigits: 1 });
  const figure = ({ met, breached, value }: Sides['happened']) => (
    <td>
      <b>{value === null ? '–' : percent.format(value)}</b> <span className="cap t2">{`${number(met)}/${number(met + breached)}`}</span>
    </td>
  );
  return (
    <table className="pol-leads wi-table">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">
            <Trans>Was</Trans>
          </th>
          <th scope="col">
            <Trans>Would be</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, sides }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {figure(sides.happened)}
            {figure(sides.replayed)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
