import type { Deal, SubjectState } from '../lead/lead-state.js';
import { heldAt } from '../lead/naming.js';
import { leadProductAt, ownerAt } from './row.js';

/** The rep whom the deal named last at or before an instant, else the lead's owner then. */
export const dealRepAt = (state: SubjectState, deal: Deal, at: number): string | null => heldAt(deal.reps, at)?.value ?? ownerAt(state, at);

/** The deal's product at an instant, else the lead's. */
export const dealProductAt = (state: SubjectState, deal: Deal, at: number): string | null =>
  heldAt(deal.products, at)?.value ?? leadProductAt(state, at);

/** A deal that names no pipeline is in the pipeline `default`. */
export const dealPipelineAt = (deal: Deal, at: number): string => heldAt(deal.pipelines, at)?.value ?? 'default';
