import { useQuery } from '@tanstack/react-query';
import { useLive } from '../console/use-console.js';
import { ask } from './lead-answers.js';
import { type ListedLead, type OwnLead, ownLeads, readListed, readVerdicts, type Verdicts } from './own-leads.js';
import { own, rep } from './streams.js';

/** Leads of a list, and verdicts at most: a week of a busy rep. */
const LISTED = 50;
const VERDICTS = 1_000;
/** A decision of somebody else shows this late at most. */
const AGAIN_MS = 120_000;

/** The leads of who sits here that wait no more; asked again when he has answered one. */
export function useOwnLeads() {
  const answered = useLive(own, (state) => state?.today.answered ?? 0);
  return useQuery({
    queryKey: ['disputes', 'own', answered],
    queryFn: ({ signal }) => askOwn(signal),
    refetchInterval: AGAIN_MS,
    placeholderData: (before) => before,
    retry: 1,
  });
}

async function askOwn(signal: AbortSignal): Promise<readonly OwnLead[]> {
  const ofState = (state: string) => askList({ owner: rep, state }, signal);
  const [answered, closed, verdicts] = await Promise.all([ofState('answered'), ofState('closed'), askVerdicts(signal)]);
  const listed = [...closed, ...answered];
  const known = new Set(listed.map(({ lead }) => lead));
  // what he answered of other people's, or of nobody's
  const others = [...verdicts.keys()].filter((lead) => !known.has(lead)).slice(-LISTED);
  return ownLeads([...listed, ...(others.length === 0 ? [] : await askLeads(others, signal))], verdicts, rep);
}

async function askList(filters: Readonly<Record<string, string>>, signal: AbortSignal): Promise<readonly ListedLead[]> {
  const found = await ask(`/v1/leads?${new URLSearchParams({ ...filters, limit: String(LISTED) }).toString()}`, readListed, signal);
  return found.kind === 'found' ? found.body : [];
}

async function askLeads(leads: readonly string[], signal: AbortSignal): Promise<readonly ListedLead[]> {
  const named = new URLSearchParams([...leads.map((lead) => ['lead', lead]), ['limit', String(LISTED)]]);
  const found = await ask(`/v1/leads?${named.toString()}`, readListed, signal);
  return found.kind === 'found' ? found.body : [];
}

async function askVerdicts(signal: AbortSignal): Promise<Verdicts> {
  const query = new URLSearchParams({ rep, window: '7d', limit: String(VERDICTS) });
  const found = await ask(`/v1/kpis/answered-in-target/rows?${query.toString()}`, readVerdicts, signal);
  return found.kind === 'found' ? found.body : new Map();
}
