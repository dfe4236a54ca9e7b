import type { ResponseBin } from '@leadclock/live-protocol/funnel-step.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { isLateBin } from './bins.js';
import { useComparison } from './comparison-context.js';
import { DistributionPicture } from './distribution-picture.js';
import { FigureLink } from './figure-link.js';
import { ChartPanel, PlainTable } from './panel-frame.js';
import { useTeam } from './team-context.js';
import { NOTHING, useFormats } from './use-formats.js';

/** First answers by how long they took; the target is a line, late bins are hatched, the week before an outline. */
export function Distribution() {
  const { t } = useLingui();
  const { number, percent, day } = useFormats();
  const { figures, state, known } = useTeam();
  const before = useComparison();
  const bins = figures?.distribution ?? [];
  const { targetSeconds } = state.site;
  const all = bins.reduce((total, { count }) => total + count, 0);
  const late = bins.filter((bin) => isLateBin(bin, targetSeconds)).reduce((total, { count }) => total + count, 0);
  const edges = useBinWords();
  const beforeDay = before === null ? '' : day(before.day);
  const share = (count: number): string => (all === 0 ? percent(0) : percent(count / all));
  const n = known ? number(all) : NOTHING;
  const said = number(all - late);
  return (
    <ChartPanel
      className="c5 distribution-panel"
      title={t`Time to first answer`}
      sub={<Trans>n = {n}</Trans>}
      summary={t`Time to first answer: ${n} answers, ${said} of them in target.`}
      legend={
        <>
          <span>
            <i />
            <Trans>in target</Trans>
          </span>
          <span>
            <i className="k-late" />
            <Trans>late</Trans>
          </span>
          {before !== null && (
            <span>
              <i className="k-ghost" />
              {beforeDay}
            </span>
          )}
        </>
      }
      table={
        <PlainTable
          caption={t`Time to first answer`}
          heads={[t`Minutes`, t`Answers`, t`Share`, ...(before === null ? [] : [beforeDay])]}
          rows={bins.map((bin, index) => [
            edges(bin),
            <FigureLink key="n" kind="bin" detail={String(index)}>
              {number(bin.count)}
            </FigureLink>,
            share(bin.count),
            ...(before === null ? [] : [number(before.bins[index]?.count ?? 0)]),
          ])}
        />
      }
    >
      <DistributionPicture bins={bins} before={before?.bins ?? null} targetSeconds={targetSeconds} edges={edges} share={share} />
    </ChartPanel>
  );
}

/** The edges of a bin in minutes, as 1–2 or over 60. */
function useBinWords(): (bin: ResponseBin) => string {
  const { t } = useLingui();
  const { number } = useFormats();
  return ({ fromSeconds, toSeconds }) => {
    const from = number(fromSeconds / 60);
    const to = toSeconds === null ? '' : number(toSeconds / 60);
    return toSeconds === null ? t`over ${from} min` : t`${from}–${to} min`;
  };
}
