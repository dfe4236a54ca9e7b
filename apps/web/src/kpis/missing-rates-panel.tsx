import { Trans } from '@lingui/react/macro';
import type { MissingRates } from './odd-data.js';
import { useKpiFormats } from './use-kpi-formats.js';

/** Amounts that stand apart in every sum since no exchange rate is good for their days. */
export function MissingRatesPanel({ rates: { into, missing } }: { rates: MissingRates }) {
  const format = useKpiFormats();
  return (
    <section className="panel odd">
      <header>
        <h2 id="rates">
          <Trans>Missing exchange rates</Trans>
        </h2>
        {into !== null && (
          <span className="sub">
            <Trans>into {into}</Trans>
          </span>
        )}
      </header>
      {missing.length === 0 ? (
        <p className="empty">
          {into === null ? <Trans>The site has no currency, so nothing is converted.</Trans> : <Trans>No amount lacks a rate.</Trans>}
        </p>
      ) : (
        <div className="table-box" tabIndex={0} role="region" aria-labelledby="rates">
          <table className="group-table">
            <thead>
              <tr>
                <th scope="col" className="col-key">
                  <Trans>Currency</Trans>
                </th>
                <th scope="col">
                  <Trans>Amounts</Trans>
                </th>
                <th scope="col">
                  <Trans>First day</Trans>
                </th>
                <th scope="col">
                  <Trans>Last day</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {missing.map(({ currency, amounts, from, to }) => (
                <tr key={currency}>
                  <th scope="row" className="col-key">
                    {currency}
                  </th>
                  <td>{format.number(amounts)}</td>
                  <td>{format.day(from)}</td>
                  <td>{format.day(to)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
