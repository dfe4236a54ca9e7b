import { Trans, useLingui } from '@lingui/react/macro';
import { MissingRatesPanel } from './missing-rates-panel.js';
import { useMissingRates, useOddData } from './odd-data.js';
import { OddityPanel } from './oddity-panel.js';
import { Place } from './place.js';
import { Problem } from './problem.js';

/** What events say that hardly can be so, what numbers make of it, and the amounts that no sum holds for want of a rate. */
export function OddDataPage() {
  const { t } = useLingui();
  const odd = useOddData();
  const rates = useMissingRates();
  return (
    <Place
      title={t`Odd data`}
      about={t`What events say that hardly can be so. It was sent, so it is kept; beside it stands what the numbers make of it.`}
    >
      {odd.error !== null && <Problem error={odd.error} since={odd.errorUpdatedAt} onAgain={() => void odd.refetch()} />}
      {odd.data === undefined && odd.error === null && <i className="bone bone-section" aria-busy="true" />}
      {odd.data?.oddities.length === 0 && (
        <p className="panel empty odd" role="status">
          <Trans>Nothing odd: everything that was sent can well be so.</Trans>
        </p>
      )}
      {odd.data?.oddities.map((oddity) => (
        <OddityPanel key={oddity.oddity} oddity={oddity} />
      ))}
      {rates.error !== null && <Problem error={rates.error} since={rates.errorUpdatedAt} onAgain={() => void rates.refetch()} />}
      {rates.data !== undefined && <MissingRatesPanel rates={rates.data} />}
    </Place>
  );
}
