import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DisputePage } from '../team/answers.js';
import { ask } from '../team/ask.js';
import { DecideDialog, type Decision } from '../team/disputes/decide-dialog.js';
import { DisputedLead } from './disputed-lead.js';
import { Place } from './place.js';
import { Problem } from './problem.js';

/** Leads a page. */
const PAGE = 20;
const AGAIN_MS = 30_000;

/** The disputes that wait for a decision, by lead. */
export function DisputesPage() {
  const { t } = useLingui();
  // the dialog outlives its line: who was too late reads who was first
  const [deciding, setDeciding] = useState<Decision | null>(null);
  const answer = useInfiniteQuery({
    queryKey: ['disputes', 'leads'],
    refetchInterval: AGAIN_MS,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => ask(`/v1/disputes?limit=${PAGE}${pageParam}`, DisputePage, signal),
    getNextPageParam: ({ next }) => (next === null ? null : `&cursor=${encodeURIComponent(next)}`),
  });
  const { data, error } = answer;
  const leads = data?.pages.flatMap((page) => page.leads) ?? [];
  return (
    <Place
      title={t`Disputes`}
      about={t`What people say is wrong. No number changes until somebody else has accepted it; then it is corrected at once.`}
    >
      {error !== null && <Problem error={error} since={answer.errorUpdatedAt} onAgain={() => void answer.refetch()} />}
      {data === undefined && error === null && <i className="bone bone-section" aria-busy="true" />}
      {data !== undefined && (
        <section className="panel disputes" aria-label={t`Open disputes`}>
          <p className="empty" role="status">
            {leads.length === 0 ? (
              <Trans>Nobody disputes anything.</Trans>
            ) : (
              <>
                <Plural value={leads.length} one="# lead with an open dispute" other="# leads with open disputes" />
                {answer.hasNextPage && '+'}
              </>
            )}
          </p>
          {leads.map(({ lead, name, disputes }) => (
            <DisputedLead key={lead} lead={lead} name={name} disputes={disputes} onDecide={setDeciding} />
          ))}
          {answer.hasNextPage && (
            <button type="button" className="btn more" disabled={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
              <Trans>Show more</Trans>
            </button>
          )}
        </section>
      )}
      {deciding !== null && <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
    </Place>
  );
}
