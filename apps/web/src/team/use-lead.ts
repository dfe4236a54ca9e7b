import { useQuery } from '@tanstack/react-query';
import { LeadDetail, Timeline } from './answers.js';
import { ask } from './ask.js';
import { leadQuestion, timelineQuestion } from './questions.js';
import { MOVING } from './use-moves.js';

/** Under which name what is known of a lead is kept. */
export const leadKey = (lead: string): readonly string[] => [MOVING, 'lead', lead];

/** A lead as it stands and all its events; asked again as the floor moves. */
export const useLead = (lead: string) =>
  useQuery({
    queryKey: leadKey(lead),
    queryFn: async ({ signal }) => {
      const [detail, timeline] = await Promise.all([
        ask(leadQuestion(lead), LeadDetail, signal),
        ask(timelineQuestion(lead), Timeline, signal),
      ]);
      return { detail, timeline };
    },
  });
