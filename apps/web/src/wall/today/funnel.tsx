import type { FunnelStep } from '@leadclock/live-protocol/funnel-step.js';
import { Trans, useLingui } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import { UNKNOWN } from '../../clock/words.js';
import { formatPercent } from '../../i18n/formats.js';
import { Changed } from '../changed.js';
import { useFormattingLocale, useKnown, useView } from '../use-view.js';
import { formatCount, type Step, stepsOf } from './steps.js';

/** How many leads entered each stage today, and their share of the step before. */
export function Funnel() {
  const locale = useFormattingLocale();
  const known = useKnown();
  const steps = stepsOf(useView((view) => view.state?.funnel ?? none));
  const digits = Math.max(MIN_DIGITS, ...steps.map(({ step }) => formatCount(locale, step.count).length));
  return (
    <section className="panel">
      <h2 className="panel-head">
        <Trans>Funnel today</Trans>
        {steps.length > 0 && (
          <span>
            <Trans>% of step before</Trans>
          </span>
        )}
      </h2>
      {steps.length === 0 ? (
        <p className="quiet">
          <Trans>No leads yet today</Trans>
        </p>
      ) : (
        <ol className={steps.length > ROOMY ? 'steps steps-tight' : 'steps'} style={countWidth(digits)}>
          {steps.map((step) => (
            <StepRow key={step.step.stage} row={step} locale={locale} known={known} />
          ))}
        </ol>
      )}
    </section>
  );
}

const none: readonly FunnelStep[] = [];
const MIN_DIGITS = 3;
/** more rows than this stand closer */
const ROOMY = 5;

function StepRow({ row: { step, width }, locale, known }: { row: Step; locale: string; known: boolean }) {
  const label = useStageWords()(step);
  return (
    <li className="step">
      <span className="cut" dir="auto" title={label}>
        {label}
      </span>
      <span>{known && step.count > 0 && <i style={{ width: `${100 * width}%` }} />}</span>
      <b>{known ? formatCount(locale, step.count) : UNKNOWN}</b>
      <span>{step.rate === null ? null : known ? formatPercent(locale, step.rate) : UNKNOWN}</span>
      <Changed value={known ? step.count : null} />
    </li>
  );
}

/** A pipeline's own word for a stage, else ours; a stage of an engine that is newer than this page stands by its name. */
function useStageWords(): (step: FunnelStep) => string {
  const { t } = useLingui();
  const words = new Map([
    ['created', t`Created`],
    ['answered', t`Answered`],
    ['contacted', t`Contacted`],
    ['meeting', t`Meeting`],
    ['qualified', t`Qualified`],
  ]);
  return ({ label, stage }) => label ?? words.get(stage) ?? stage;
}

const countWidth = (digits: number): CSSProperties => Object.assign<CSSProperties, object>({}, { '--count': `${digits}ch` });
