import { useQuery } from '@tanstack/react-query';
import { LeadDetail } from '../answers.js';
import { ask } from '../ask.js';
import { leadQuestion } from '../questions.js';

/** All that was disputed about a lead. */
export const useDisputesOf = (lead: string) =>
  useQuery({
    queryKey: ['disputes', 'of', lead],
    queryFn: async ({ signal }) => (await ask(leadQuestion(lead), LeadDetail, signal)).disputes,
  });
