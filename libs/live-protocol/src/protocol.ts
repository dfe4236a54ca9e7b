import { z } from 'zod';
import { FunnelStep, ResponseBin } from './funnel-step.js';

/**
 * What server and screens say to each other, version 1. Every stream has an epoch, drawn at random by the live process at its start
 * and after each reload, and a seq that has meaning only inside it. Patches are whole values under a key, never increments.
 *
 *   server → screen   snapshot {stream, epoch, seq, serverTime, build, state}
 *                     patch    {stream, epoch, seq, serverTime, set: {key: value}, members?: {key: {id: value, or null: gone}}}
 *                     heartbeat {serverTime, build, heads: {stream: {epoch, seq}}}        every 5 s
 *   screen → server   resume   {stream, epoch, from} → ack: nothing; the missing patches or a snapshot follow
 *                     clock    {} → ack {serverTime}                                       round trip of b5
 */
export const HEARTBEAT_MS = 5_000;

/** Instants are epoch milliseconds of the server's clock: the client counts, the server never sends a counter. */
const Instant = z.number().int();

/** A lead as a wall may show it: first name and initial, or a short id where the vault has no name. */
export const WaitingLead = z.object({
  lead: z.string(),
  name: z.string(),
  owner: z.string().nullable(),
  since: Instant,
  /** null: paused at its deadline, or no policy */
  due: Instant.nullable(),
  /** set while its clock stands: what the clock shows, in ms */
  heldMs: z.number().int().nullable(),
});
export type WaitingLead = z.infer<typeof WaitingLead>;

export const FastestRep = z.object({ rank: z.number().int(), rep: z.string(), medianSeconds: z.number(), answered: z.number().int() });
export type FastestRep = z.infer<typeof FastestRep>;

export const GoodNews = z.object({ id: z.string(), rep: z.string(), lead: z.string(), seconds: z.number(), at: Instant });
export type GoodNews = z.infer<typeof GoodNews>;

export const Win = z.object({
  id: z.string(),
  rep: z.string(),
  lead: z.string(),
  /** in the currency's smallest unit; null: the deal has no amount */
  amount: z.number().int().nullable(),
  currency: z.string().nullable(),
  at: Instant,
});
export type Win = z.infer<typeof Win>;

export const Site = z.object({ name: z.string(), zone: z.string(), locale: z.string(), targetSeconds: z.number(), goal: z.number() });
export type Site = z.infer<typeof Site>;

/** The keys of the wall's state; a patch replaces any of them whole. */
export const WallState = z.object({
  site: Site,
  lateCount: z.number().int(),
  waitingCount: z.number().int(),
  /** the longest wait among the leads that wait */
  oldest: WaitingLead.nullable(),
  /** answered in target, today; value null: nothing judged yet */
  inTarget: z.object({ value: z.number().nullable(), n: z.number().int() }),
  /** the first rows of Answer now, the longest wait first, without an owner first when equal; at most 12 */
  waiting: z.array(WaitingLead),
  fastest: z.array(FastestRep),
  news: z.array(GoodNews),
  /** scene Today: how many leads and deals entered each stage of the funnel today */
  funnel: z.array(FunnelStep),
  /** scene Today: first answers by how long they took */
  distribution: z.array(ResponseBin),
  /** deals won in the last ten minutes, the latest first, at most three */
  wins: z.array(Win),
  /** leads that somebody is told about now, the latest first, at most 12: each is one breach moment */
  alerts: z.array(z.object({ alert: z.string(), lead: z.string(), name: z.string(), due: Instant })),
  /** a simulator plays on this floor */
  demo: z.boolean(),
  /** for the empty wall: what has been heard so far */
  setup: z.object({ anyLead: z.boolean(), source: z.object({ name: z.string(), since: Instant }).nullable() }),
  /** null, or why the figures may still move without anything new: `catching_up` (events heard earlier are still coming in), `sweep` (facts are made anew under other settings) */
  pending: z.string().nullable(),
});
export type WallState = z.infer<typeof WallState>;

export const Snapshot = z.object({
  stream: z.string(),
  epoch: z.string(),
  seq: z.number().int(),
  serverTime: Instant,
  build: z.string(),
  state: WallState,
});
export type Snapshot = z.infer<typeof Snapshot>;

export const Patch = z.object({
  stream: z.string(),
  epoch: z.string(),
  seq: z.number().int(),
  serverTime: Instant,
  set: WallState.partial(),
  /** of a keyed part of the state (a record by id) only what has changed, whole values; null: gone */
  members: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
export type Patch = z.infer<typeof Patch>;

export const Heartbeat = z.object({
  serverTime: Instant,
  build: z.string(),
  heads: z.record(z.string(), z.object({ epoch: z.string(), seq: z.number().int() })),
});
export type Heartbeat = z.infer<typeof Heartbeat>;

export const Resume = z.object({ stream: z.string(), epoch: z.string(), from: z.number().int() });
export type Resume = z.infer<typeof Resume>;
