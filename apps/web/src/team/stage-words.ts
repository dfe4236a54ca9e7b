import type { FunnelStep } from '@leadclock/live-protocol/funnel-step.js';
import { useLingui } from '@lingui/react/macro';
import { humanised } from '../console/source-words.js';

/** The name of a step: the pipeline's own word, else the product's. */
export function useStageWords(): (step: Pick<FunnelStep, 'stage' | 'label'>) => string {
  const { t } = useLingui();
  const words: Readonly<Record<string, string>> = {
    created: t`Created`,
    answered: t`Answered`,
    contacted: t`Contacted`,
    meeting: t`Meeting`,
    qualified: t({ message: 'Qualified', context: 'a step of the funnel' }),
    won: t`Won`,
    lost: t`Lost`,
  };
  return ({ stage, label }) => label ?? words[stage] ?? humanised(stage);
}
