import { useLingui } from '@lingui/react/macro';
import type { ExplainedPart } from './answers.js';
import { useKpiFormats } from './use-kpi-formats.js';
import { useCatalogue } from './use-numbers.js';

/**
 * What the parts of a formula are called, by their names. Of two with one title each says besides what it differs in: the number that a target is
 * of, the instant that it is asked at, or that it is the same sliced finer.
 */
export function usePartTitles(parts: readonly ExplainedPart[]): ReadonlyMap<string, string> {
  const { t } = useLingui();
  const format = useKpiFormats();
  const kpis = useCatalogue().data;
  const detail = (part: ExplainedPart, others: readonly ExplainedPart[]): string => {
    const { kpi } = part.parameters;
    if (others.some((other) => other.parameters['kpi'] !== kpi)) return `: ${kpis?.find(({ name }) => name === kpi)?.title ?? kpi ?? ''}`;
    if (others.some((other) => other.as_of !== part.as_of)) return `, ${format.moment(part.as_of)}`;
    return part.groups === null && others.some((other) => other.groups !== null) ? `, ${t`sliced finer`}` : '';
  };
  return new Map(
    parts.map((part) => {
      const others = parts.filter((other) => other !== part && other.title === part.title);
      return [part.name, `${part.title}${detail(part, others)}`];
    }),
  );
}
