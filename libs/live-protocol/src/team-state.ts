import { z } from 'zod';
import { FunnelStep, ResponseBin } from './funnel-step.js';
import { Site } from './protocol.js';
import { LiveAlert, QueueLead } from './queue-lead.js';
import { RepStatus } from './rep-status.js';

/** The stream of a team's manager; null: of the whole site. */
export const teamStream = (team: string | null): string => (team === null ? 'team' : `team:${team}`);

const Ratio = z.object({ value: z.number().nullable(), met: z.number().int(), n: z.number().int() });

export const FeedItem = z.object({
  id: z.string(),
  at: z.number().int(),
  kind: z.enum(['arrived', 'answered', 'late', 'met', 'won']),
  lead: z.string(),
  name: z.string(),
  rep: z.string().nullable(),
  repName: z.string().nullable(),
  origin: z.string().nullable(),
  /** answered: after how long */
  seconds: z.number().nullable(),
});
export type FeedItem = z.infer<typeof FeedItem>;

export const RepLine = z.object({
  /** null: leads that are nobody's */
  rep: z.string().nullable(),
  name: z.string().nullable(),
  team: z.string().nullable(),
  open: z.number().int(),
  late: z.number().int(),
  answered: z.number().int(),
  medianSeconds: z.number().nullable(),
  p90Seconds: z.number().nullable(),
  inTarget: Ratio,
  /** left out: of nobody, and of who is no rep any more */
  status: RepStatus.optional(),
});
export type RepLine = z.infer<typeof RepLine>;

/** What a manager watches. Flows are of today, in the site's zone; all are figures of the catalogue and say what `GET /v1/kpis` says. */
export const TeamState = z.object({
  site: Site,
  team: z.object({ team: z.string(), name: z.string() }).nullable(),
  teams: z.array(z.object({ team: z.string(), name: z.string() })),
  waiting: z.object({ n: z.number().int(), nobodys: z.number().int() }),
  late: z.object({ n: z.number().int(), oldest: QueueLead.nullable() }),
  inTarget: Ratio,
  response: z.object({ medianSeconds: z.number().nullable(), p90Seconds: z.number().nullable(), n: z.number().int() }),
  funnel: z.array(FunnelStep),
  distribution: z.array(ResponseBin),
  reps: z.array(RepLine),
  /** the latest 50, the latest first */
  feed: z.array(FeedItem),
  /** open alerts that managers are told, of whichever team, by id: at most the 200 latest; left out: this server does not tell them here */
  alerts: z.record(z.string(), LiveAlert).optional(),
  pending: z.string().nullable(),
});
export type TeamState = z.infer<typeof TeamState>;

export const keyedOfTeam = ['alerts'] as const;
