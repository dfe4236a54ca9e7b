import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Oddity, useMoreSubjects } from './odd-data.js';
import { useOddityWords } from './oddity-words.js';
import { useKpiFormats } from './use-kpi-formats.js';
import { useOpenLead } from './use-open-lead.js';

/** One oddity: how often it occurs, what comes of it, and of whom it is told; a lead opens beside the list. */
export function OddityPanel({ oddity }: { oddity: Oddity }) {
  const words = useOddityWords();
  const format = useKpiFormats();
  const { lead: opened, to } = useOpenLead();
  const [wanted, want] = useState(false);
  const more = useMoreSubjects(oddity, wanted);
  const beyond = more.data?.pages.flatMap(({ oddities }) => oddities[0]?.subjects ?? []) ?? [];
  const hasMore = wanted ? more.hasNextPage : oddity.next != null;
  return (
    <section className="panel odd">
      <header>
        <h2>{words.title(oddity.oddity)}</h2>
        <span className="sub">{format.number(oddity.count)}</span>
      </header>
      <p className="odd-effect t2">{words.effect(oddity.oddity)}</p>
      <ul>
        {[...oddity.subjects, ...beyond].map(({ kind, id, name }) => (
          <li key={`${kind} ${id}`} {...(kind === 'lead' && id === opened ? { 'aria-current': 'true' as const } : {})}>
            {kind === 'lead' ? (
              <Link to={to(id)} dir="auto">
                {name ?? id}
              </Link>
            ) : (
              <>
                <span className="t2">{words.kind(kind)}</span> <code>{id}</code>
              </>
            )}
          </li>
        ))}
      </ul>
      {hasMore && (
        <button
          type="button"
          className="btn more"
          disabled={more.isFetching}
          onClick={() => (wanted ? void more.fetchNextPage() : want(true))}
        >
          <Trans>Show more</Trans>
        </button>
      )}
    </section>
  );
}
