import type { Correction } from '../lead/dispute-corrections.js';
import type { MergedEvent } from './merged-events.js';

/** A correction with the lead that it is to be recorded under; left out: the one that it was asked of. */
export interface PlacedCorrection extends Correction {
  readonly lead?: string;
}

/**
 * What corrects a merged lead, as it must be recorded: under the lead that the touchpoint or event came under, by the name that it has there.
 * `events`: those of the merged lead that count.
 */
export function correctionsUnderLeads(corrections: readonly Correction[], events: readonly MergedEvent[]): readonly PlacedCorrection[] {
  return corrections.map((correction) => {
    const { type, data } = correction;
    const found = events.find(({ told }) =>
      type === 'touchpoint.corrected'
        ? told.type === 'touchpoint.recorded' && told.data.touchpoint === data['touchpoint']
        : type === 'event.retracted' && told.source === data['source'] && told.id === data['id'],
    )?.event;
    if (found === undefined) return correction;
    const name =
      found.type === 'touchpoint.recorded' && type === 'touchpoint.corrected' ? { touchpoint: found.data.touchpoint } : named(found);
    return { type, lead: found.subject, data: { ...data, ...name } };
  });
}

const named = ({ source, id }: MergedEvent['event']): { readonly source: string; readonly id: string } => ({ source, id });
