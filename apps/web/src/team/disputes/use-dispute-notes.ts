import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { Dispute } from '../answers.js';
import { AskError, ask } from '../ask.js';

const Notes = z.object({ notes: z.array(z.object({ source: z.string(), id: z.string(), note: z.string() })) });
type Note = z.infer<typeof Notes>['notes'][number];

/**
 * What was written beside a dispute; null: nothing. Notes lie in the vault, with all that was written of the lead: only our own pages get them. They
 * are asked for where they have not come along with the disputes.
 */
export function useDisputeNotes(lead: string, disputes: readonly Dispute[]): (dispute: Dispute) => string | null {
  const { data } = useQuery({
    queryKey: ['disputes', 'notes', lead],
    gcTime: 60_000,
    enabled: disputes.some(({ note }) => note === undefined),
    queryFn: ({ signal }) => askNotes(lead, signal),
  });
  return ({ event, note: told }) =>
    told !== undefined ? told : (data?.find(({ source, id }) => source === event.source && id === event.id)?.note ?? null);
}

/** A lead of whom the vault has nothing (any more) has no notes. */
async function askNotes(lead: string, signal: AbortSignal): Promise<readonly Note[]> {
  try {
    return (await ask(`/v1/leads/${encodeURIComponent(lead)}/contact`, Notes, signal)).notes;
  } catch (error) {
    if (error instanceof AskError && error.status === 404) return [];
    throw error;
  }
}
