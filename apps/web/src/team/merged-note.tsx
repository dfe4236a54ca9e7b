import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { LeadDetail } from './answers.js';
import { ask } from './ask.js';
import { Icon } from './icons.js';
import { leadQuestion } from './questions.js';

/** A lead that was merged away: all of it belongs to another one, which opens in its place. */
export function MergedNote({ into }: { into: string }) {
  const [params] = useSearchParams();
  const { data } = useQuery({ queryKey: ['root', into], queryFn: ({ signal }) => ask(leadQuestion(into), LeadDetail, signal) });
  const next = new URLSearchParams(params);
  next.set('lead', into);
  const name = data?.name ?? into;
  return (
    <p className="panel merged-note">
      <Icon of="swap" />
      <span>
        <Trans>
          Merged into{' '}
          <Link to={{ search: `?${next.toString()}` }} dir="auto">
            {name}
          </Link>
          .
        </Trans>{' '}
        <span className="t2">
          <Trans>Clock, policy and everything that counts are there; below is what was recorded under this lead.</Trans>
        </span>
      </span>
    </p>
  );
}
