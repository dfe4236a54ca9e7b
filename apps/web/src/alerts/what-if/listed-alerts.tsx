import { Plural, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { usePolicyWords } from '../policies/use-policy-words.js';
import { useToldWords } from './use-told-words.js';
import type { Listed, Some } from './what-if-answers.js';

interface ListedProps {
  readonly part: 'differ' | 'close' | 'down';
  readonly title: ReactNode;
  readonly about?: ReactNode;
  readonly some: Some;
  readonly empty?: ReactNode;
}

/** Alerts of both sides one by one, each with the way to its lead, and how many more there are. */
export function ListedAlerts({ part, title, about, some: { alerts, more }, empty }: ListedProps) {
  return (
    <section className="panel wi-part" aria-labelledby={`wi-${part}`} data-part={part}>
      <h2 id={`wi-${part}`}>{title}</h2>
      {about !== undefined && <p className="cap t2">{about}</p>}
      {alerts.length === 0 ? (
        <p className="t2">{empty}</p>
      ) : (
        <ol className="wi-list">
          {alerts.map((alert) => (
            <ListedLine key={`${alert.lead} ${alert.step} ${alert.due} ${alert.is} ${alert.happened?.alert ?? ''}`} alert={alert} />
          ))}
        </ol>
      )}
      {more > 0 && (
        <p className="cap t2">
          <Plural value={more} one="and # more, which what-if --json lists" other="and # more, which what-if --json lists" />
        </p>
      )}
    </section>
  );
}

function ListedLine({ alert: { lead, name, step, due, is, happened, replayed } }: { alert: Listed }) {
  const { t } = useLingui();
  const words = usePolicyWords();
  const told = useToldWords();
  const [params] = useSearchParams();
  const language = params.get('lang');
  const search = new URLSearchParams({ lead, ...(language !== null && { lang: language }) }).toString();
  const [was, would] = [told(happened?.to ?? ''), told(replayed?.to ?? '')];
  const said = {
    same: t`told ${was}`,
    others: t`told ${was}; would have told ${would}`,
    happened: t`told ${was}; would not have been raised`,
    replayed: t`would be new, and tell ${would}`,
  };
  return (
    <li data-is={is}>
      <span className="t2">{words.moment(due)}</span>
      <span>
        <a href={`/team?${search}`}>
          <bdi>{name}</bdi>
        </a>{' '}
        <span className="cap t2">
          <bdi>{step}</bdi>
        </span>
      </span>
      <span>
        <bdi>{said[is]}</bdi>
      </span>
    </li>
  );
}
