import { useLingui } from '@lingui/react/macro';
import { useSourceWords } from '../console/source-words.js';
import type { Showing } from './address.js';
import { usePeriodWords } from './period-words.js';
import { useStageWords } from './stage-words.js';
import { useTeam } from './team-context.js';
import { useFormats } from './use-formats.js';

/** The title of a panel, and the filters that its leads were chosen by. */
export function useShowWords({ kind, detail, of }: Showing): { title: string; filters: string } {
  const { t } = useLingui();
  const { number } = useFormats();
  const { span, entered, hours } = usePeriodWords();
  const { state, figures, filters } = useTeam();
  const stageWords = useStageWords();
  const words = useSourceWords();
  const bin = kind === 'bin' ? figures?.distribution[Number(detail)] : undefined;
  const [from, to] = [number((bin?.fromSeconds ?? 0) / 60), number((bin?.toSeconds ?? 0) / 60)];
  const stage =
    kind === 'stage' ? stageWords(state.funnel.find((step) => step.stage === detail) ?? { stage: detail ?? '', label: null }) : '';
  const binTitle = bin?.toSeconds == null ? t`Answered after over ${from} min, ${span}` : t`Answered after ${from}–${to} min, ${span}`;
  const titles: Readonly<Record<Showing['kind'], string>> = {
    waiting: t`Waiting now`,
    nobodys: t`Nobody’s leads, waiting now`,
    late: t`Late now`,
    missed: t`Late, ${span}`,
    met: t`Answered in target, ${span}`,
    answered: t`Answered, ${span}`,
    bin: binTitle,
    stage: t`${stage}, ${entered}`,
  };
  const team = state.teams.find((one) => one.team === filters.team)?.name ?? filters.team;
  const who = of === undefined ? filters.rep : of;
  const repName = who === null ? null : (state.reps.find(({ rep }) => rep === who)?.name ?? who);
  const parts = [
    team === null ? null : t`Team ${team}`,
    repName ?? (of === null ? t`nobody’s` : null),
    filters.source === null ? null : words.origin(filters.source),
    hours,
  ];
  return { title: titles[kind], filters: parts.filter((part) => part !== null && part !== '').join(' · ') };
}
