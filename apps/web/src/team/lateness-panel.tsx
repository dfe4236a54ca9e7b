import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { askRows } from './ask.js';
import { type Late, latenessEdges, latenessOf } from './lateness.js';
import { latenessQuestion } from './questions.js';
import { useTeam } from './team-context.js';
import { NOTHING, useFormats } from './use-formats.js';

/** Alerts are few beside what else moves. */
const AGAIN_MS = 60_000;

/** How late alerts of the period were raised and shown: the product's own promise, with all of its bad moments. */
export function LatenessPanel() {
  const { t } = useLingui();
  const { filters, today } = useTeam();
  const { number } = useFormats();
  const span = useSpan();
  const question = latenessQuestion(filters, today);
  const { data } = useQuery({
    queryKey: ['lateness', question],
    staleTime: AGAIN_MS,
    refetchInterval: AGAIN_MS,
    queryFn: ({ signal }) => askRows(question, signal),
  });
  const late = useMemo(() => (data === undefined ? null : latenessOf(data)), [data]);
  const most = late === null ? 1 : Math.max(1, ...late.raised.bins, ...late.shown.bins);
  const sides = late === null ? [] : [late.raised, late.shown];
  const figures: readonly (readonly [string, (of: Late) => string])[] = [
    ['p50', ({ p50 }) => span(p50)],
    ['p99', ({ p99 }) => span(p99)],
    [t`most`, ({ max }) => span(max)],
    [t`alerts`, ({ n }) => number(n)],
  ];
  return (
    <section className="panel c8 lateness-panel" aria-labelledby="lateness" aria-busy={late === null}>
      <header>
        <h2 id="lateness">{t`Lateness of alerts`}</h2>
        <span className="grow" />
        <a className="sub" href="/kpis/alert-lateness">{t`As a number`}</a>
      </header>
      {late?.raised.n === 0 ? (
        <p className="empty">{t`No alert fell due in this period.`}</p>
      ) : (
        <table className="lateness">
          <caption className="vh">{t`Lateness of alerts`}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">
                <Trans>raised after due</Trans>
              </th>
              <th scope="col">
                <Trans>shown after due</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map(([name, of]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {[0, 1].map((side) => (
                  <td key={side}>{sides[side] === undefined ? NOTHING : of(sides[side])}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tbody>
            {latenessEdges.map((edge, bin) => (
              <tr key={edge}>
                <th scope="row">
                  {latenessEdges[bin + 1] === undefined ? `≥ ${span(edge)}` : `< ${span(latenessEdges[bin + 1] ?? null)}`}
                </th>
                {[0, 1].map((side) => {
                  const count = sides[side]?.bins[bin] ?? 0;
                  return (
                    <td key={side} className="lateness-bar">
                      <i style={{ inlineSize: `${(count / most) * 60}%` }} aria-hidden="true" />
                      {number(count)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Milliseconds below a second, else seconds or the clock. */
function useSpan(): (ms: number | null) => string {
  const { t } = useLingui();
  const { number, tenths, wait } = useFormats();
  return (ms) => {
    if (ms === null) return NOTHING;
    const whole = number(Math.round(ms));
    const seconds = ms % 1_000 === 0 ? number(ms / 1_000) : tenths(ms / 1_000);
    if (Math.abs(ms) < 1_000) return t`${whole} ms`;
    return ms <= 60_000 ? t`${seconds} s` : wait(ms);
  };
}
