import { useReps } from './reps-context.js';

/** The name of a rep by his id; one whom the stream does not name keeps his id. */
export function useRepName(): (rep: string | null) => string | null {
  const reps = useReps();
  return (rep) => (rep === null ? null : (reps.find((line) => line.rep === rep)?.name ?? rep));
}
