import { keepPreviousData, useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ask } from '../../team/ask.js';

const Cause = z.enum(['hours', 'day_off', 'nobody', 'closed', 'away', 'on_call', 'there']);
export type Cause = z.infer<typeof Cause>;

const Figures = z.object({
  hours: z.number(),
  arrivals: z.number(),
  met: z.number(),
  late: z.number(),
  attainment: z.nullable(z.number()),
  small: z.boolean(),
  causes: z.array(z.object({ cause: Cause, late: z.number() })),
});
export type Figures = z.infer<typeof Figures>;

const Hour = z.extend(Figures, { weekday: z.number(), hour: z.number() });
export type Hour = z.infer<typeof Hour>;

const GapHours = z.object({ weekday: z.number(), from: z.number(), to: z.number(), late: z.number() });
export type GapHours = z.infer<typeof GapHours>;

const Gap = z.object({
  cause: Cause,
  team: z.nullable(z.string()),
  calendars: z.array(z.string()),
  late: z.number(),
  hours: z.array(GapHours),
});
export type Gap = z.infer<typeof Gap>;

const Staffing = z.object({
  from: z.string(),
  to: z.string(),
  zone: z.string(),
  team: z.nullable(z.string()),
  teams: z.array(z.object({ team: z.string(), name: z.string() })),
  total: Figures,
  hours: z.array(Hour),
  worst: z.array(Hour),
  gaps: z.array(Gap),
});
export type Staffing = z.infer<typeof Staffing>;

/** Leads come while somebody looks. */
const AGAIN_MS = 60_000;

/** When leads came and were late; `from`: a date of the site's zone, `team` null: of all teams. What was shown stays until another period is there. */
export const useStaffing = (team: string | null, from: string) =>
  useQuery({
    queryKey: ['staffing', team, from],
    enabled: from !== '',
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ from, ...(team === null ? {} : { team }) });
      return ask(`/v1/staffing?${query.toString()}`, Staffing, signal);
    },
  });
