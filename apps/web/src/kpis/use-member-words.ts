import { useLive } from '../console/use-console.js';
import { useCodeWords } from './code-words.js';
import { floor } from './floor-store.js';

/** A value of a dimension as people say it: names of reps and teams, the site's own stages, sources and channels in words. */
export function useMemberWords(): (dimension: string, value: string | null) => string {
  const words = useCodeWords();
  const reps = useLive(floor, (state) => state?.reps ?? null);
  const teams = useLive(floor, (state) => state?.teams ?? null);
  const funnel = useLive(floor, (state) => state?.funnel ?? null);
  const nameOf = (dimension: string, value: string | null): string | null => {
    if (dimension === 'rep') return reps?.find(({ rep }) => rep === value)?.name ?? null;
    if (dimension === 'team') return teams?.find(({ team }) => team === value)?.name ?? null;
    return dimension === 'stage' ? (funnel?.find(({ stage }) => stage === value)?.label ?? null) : null;
  };
  return (dimension, value) => words(dimension, value, nameOf(dimension, value));
}
