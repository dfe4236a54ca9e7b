import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Figures } from './staffing-answers.js';
import { useCauseWords } from './use-cause-words.js';
import { useWeekWords } from './use-week-words.js';

/** The period in a few figures, and what all its late leads fell into. */
export function StaffingTotal({ total }: { total: Figures }) {
  const { t } = useLingui();
  const words = useWeekWords();
  const causeWords = useCauseWords();
  const { arrivals, met, late, attainment, causes } = total;
  const gaps = causes.reduce((sum, one) => (one.cause === 'there' ? sum : sum + one.late), 0);
  return (
    <section className="panel stf-total" aria-label={t`The whole period`}>
      <dl>
        <div>
          <dt>{t`Leads`}</dt>
          <dd>{words.number(arrivals)}</dd>
        </div>
        <div>
          <dt>{t`Answered in target`}</dt>
          <dd>{attainment === null ? '–' : words.percent(Math.floor(attainment * 100) / 100)}</dd>
          <dd className="cap t2">
            {words.number(met)} / {words.number(met + late)}
          </dd>
        </div>
        <div>
          <dt>{t`Late`}</dt>
          <dd>{words.number(late)}</dd>
        </div>
        <div>
          <dt>{t`Late in a gap`}</dt>
          <dd>{words.number(gaps)}</dd>
          <dd className="cap t2">{late === 0 ? '–' : words.percent(gaps / late)}</dd>
        </div>
      </dl>
      {late > 0 && (
        <ul className="stf-bars">
          {causes.map((one) => (
            <li key={one.cause}>
              <b>{causeWords(one.cause).title}</b>
              <span className="stf-bar" aria-hidden="true">
                <i className={one.cause === 'there' ? '' : 'is-gap'} style={{ inlineSize: `${(one.late / late) * 100}%` }} />
              </span>
              <span className="stf-count">{t`${plural(one.late, { one: '# lead', other: '# leads' })}`}</span>
              <span className="cap t2">{causeWords(one.cause).about}</span>
            </li>
          ))}
        </ul>
      )}
      {late === 0 && (
        <p className="t2">
          <Trans>No lead was late.</Trans>
        </p>
      )}
    </section>
  );
}
