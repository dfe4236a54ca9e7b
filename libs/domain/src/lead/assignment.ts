import { ownerAt } from './credit.js';
import type { SubjectState } from './lead-state.js';

/** The first instant at or after the arrival at which a lead has an owner; null: it has had none since, or has not arrived. */
export function assignedAt(state: SubjectState): number | null {
  const { arrivedAt, owners } = state;
  if (arrivedAt === null) return null;
  if (ownerAt(state, arrivedAt) !== null) return arrivedAt;
  for (const { at } of owners) if (at > arrivedAt && ownerAt(state, at) !== null) return at;
  return null;
}
