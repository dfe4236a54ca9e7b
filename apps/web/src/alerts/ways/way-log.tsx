import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { AskProblem } from '../ask-problem.js';
import { DeliveryLine } from './delivery-line.js';
import { useWayLog } from './way-answers.js';

/** The messages by a way, the last first; those that failed alone, if one wants. */
export function WayLog({ way, asOf }: { way: string; asOf: number }) {
  const { t } = useLingui();
  const [onlyFailed, setOnlyFailed] = useState(false);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useWayLog(way, onlyFailed);
  const deliveries = data?.pages.flatMap((page) => page.deliveries) ?? [];
  return (
    <section className="pol-history way-log" aria-label={t`Messages by ${way}`}>
      <label className="pol-tick">
        <input type="checkbox" checked={onlyFailed} onChange={(event) => setOnlyFailed(event.target.checked)} />
        <Trans>Only what failed</Trans>
      </label>
      {error !== null && <AskProblem error={error} onAgain={() => void refetch()} />}
      {data === undefined && error === null && <i className="bone pol-bones" aria-busy="true" />}
      {data !== undefined && deliveries.length === 0 && (
        <p className="t2">{onlyFailed ? <Trans>Nothing has failed.</Trans> : <Trans>Nothing has been said by it yet.</Trans>}</p>
      )}
      {deliveries.length > 0 && (
        <ol>
          {deliveries.map((delivery) => (
            <DeliveryLine key={delivery.delivery} way={way} delivery={delivery} asOf={asOf} />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <button type="button" className="btn" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Earlier ones</Trans>
        </button>
      )}
    </section>
  );
}
