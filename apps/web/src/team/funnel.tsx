import type { FunnelStep } from '@leadclock/live-protocol/funnel-step.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { Changed } from './changed.js';
import { FigureLink } from './figure-link.js';
import { ChartPanel, PlainTable } from './panel-frame.js';
import { usePeriodWords } from './period-words.js';
import { useStageWords } from './stage-words.js';
import { useTeam } from './team-context.js';
import { NOTHING, useFormats } from './use-formats.js';
import { useLast } from './use-last.js';

/** How many leads and deals entered each step, and which share of the step before. */
export function Funnel() {
  const { t } = useLingui();
  const { number, percent } = useFormats();
  const { figures, known: heard } = useTeam();
  const known = heard && figures !== null;
  const words = useStageWords();
  const { entered } = usePeriodWords();
  const steps = useLast(figures)?.funnel ?? [];
  const most = Math.max(1, ...steps.map(({ count }) => count));
  const said = steps.map((step) => `${words(step)} ${known ? number(step.count) : NOTHING}`).join(', ');
  const rate = (step: FunnelStep): string => (step.rate === null ? '' : percent(step.rate));
  return (
    <ChartPanel
      className="c7 funnel-panel"
      title={t`Funnel`}
      sub={entered}
      summary={t`Funnel, ${entered}: ${said}.`}
      legend={
        <>
          <span>
            <i />
            <Trans>leads</Trans>
          </span>
          <span>
            <i className="k-deals" />
            <Trans>deals</Trans>
          </span>
          <span>
            <Trans>% = of the step before</Trans>
          </span>
        </>
      }
      table={
        <PlainTable
          caption={t`Funnel`}
          heads={[t`Step`, t`Entered`, t`Of the step before`]}
          rows={steps.map((step) => [
            words(step),
            <FigureLink key="n" kind="stage" detail={step.stage}>
              {known ? number(step.count) : NOTHING}
            </FigureLink>,
            (known && rate(step)) || NOTHING,
          ])}
        />
      }
    >
      <ol className="funnel">
        {steps.map((step, place) => (
          <li key={`${place} ${step.stage}`} className={step.of === 'deals' ? 'deal' : undefined}>
            <FigureLink kind="stage" detail={step.stage} className="step">
              <span className="lbl" title={words(step)}>
                {words(step)}
              </span>
              <span className="trk">{known && <i style={{ transform: `scaleX(${step.count / most})` }} />}</span>
              <b>{known ? number(step.count) : NOTHING}</b>
              <span className="rate">{known ? rate(step) : ''}</span>
              <Changed value={step.count} />
            </FigureLink>
          </li>
        ))}
      </ol>
    </ChartPanel>
  );
}
