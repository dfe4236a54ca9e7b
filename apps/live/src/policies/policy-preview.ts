import { type AskedPolicies, type PlacedProblem, readAskedPolicies } from '@leadclock/domain/configuration/asked-policies.js';
import { type PlannedPolicy, planPolicies } from '@leadclock/domain/configuration/plan-policies.js';
import { Instant, instantOf, writeInstant } from '@leadclock/domain/events/instant.js';
import { problemOf } from '@leadclock/domain/events/problem.js';
import { isTeamAsked, type PreviewedLead, policyPreview } from '@leadclock/domain/lead/policy-preview.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import { type Arrival, arrivalsBetween } from '@leadclock/read-model/queries/arrivals.query.js';
import { eventsOfLeads } from '@leadclock/read-model/queries/merged-leads.query.js';
import { inSnapshot, type Snapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Here } from '../answer/answered.js';
import { readWorld } from '../answer/world.js';
import { nameBook } from '../wall/name-book.js';
import { PreviewCounts, type PreviewedPolicy } from './preview-counts.js';

/** `POST /v1/policies/preview`: what policies would have done with leads that came. */
export interface PolicyPreview {
  readonly from: string;
  readonly to: string;
  /** how many leads came */
  readonly count: number;
  /** those that another policy would have judged */
  readonly moved: number;
  readonly policies: readonly PreviewedPolicy[];
  /** the latest that one of the policies is meant for */
  readonly leads: readonly {
    readonly lead: string;
    /** first name and initial at most */
    readonly name: string;
    readonly arrived_at: string;
    readonly matched: readonly string[];
    readonly judged_by: string | null;
    readonly would_be_judged_by: string | null;
  }[];
}

export type Previewed =
  | { readonly ok: true; readonly body: PolicyPreview }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

const WEEK_MS = 7 * 86_400_000;
const Beside = z.strictObject({ from: Instant.optional(), to: Instant.optional(), limit: z.int().min(0).max(1000).optional() });

/**
 * Reads the leads that came in a span (the last seven days when left out) and says which of them the policies match, which they would have judged, and
 * which policy did. Wrong policies are refused as when they are set.
 */
export async function previewPolicies(dataSource: DataSource, body: unknown, here: Here): Promise<Previewed> {
  const { from: _f, to: _t, limit: _l, ...policies } = z.looseObject({}).catch({}).parse(body);
  const read = readAskedPolicies(policies);
  if (!read.ok) return read;
  const span = readSpan(body, here);
  if ('problems' in span) return { ok: false, problems: span.problems };
  const looked = await inSnapshot(dataSource, (snapshot) => look(snapshot, read.asked, span, here));
  if ('problems' in looked) return { ok: false, problems: looked.problems };
  const { counts, latest, policies: planned } = looked;
  const names = await nameBook(dataSource).of(latest.map(({ lead }) => lead));
  const leads = latest.map(({ lead, arrivedAt, matched, judgedBy, wouldBeJudgedBy }) => ({
    lead,
    name: names.get(lead) ?? lead,
    arrived_at: writeInstant(arrivedAt),
    matched: matched.flatMap((index) => planned[index]?.policy ?? []),
    judged_by: judgedBy,
    would_be_judged_by: wouldBeJudgedBy,
  }));
  return { ok: true, body: { from: writeInstant(span.from), to: writeInstant(span.to), ...counts.told(), leads } };
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly limit: number;
}

function readSpan(body: unknown, { now }: Here): Span | { readonly problems: readonly PlacedProblem[] } {
  const { policies: _p, judge_history: _j, ...beside } = z.looseObject({}).catch({}).parse(body);
  const read = Beside.safeParse(beside);
  if (!read.success) return { problems: [{ ...problemOf(read.error, Beside, beside, '$'), index: null }] };
  const to = read.data.to === undefined ? now : instantOf(read.data.to);
  const from = read.data.from === undefined ? to - WEEK_MS : instantOf(read.data.from);
  if (from >= to) return { problems: [{ index: null, path: '$.to', problem: 'must lie after from' }] };
  return { from, to, limit: read.data.limit ?? 20 };
}

type Shown = Arrival & PreviewedLead;

interface Looked {
  readonly policies: readonly PlannedPolicy[];
  readonly counts: PreviewCounts;
  readonly latest: readonly Shown[];
}

async function look(
  snapshot: Snapshot,
  { entries, judgesHistory }: AskedPolicies,
  span: Span,
  { now }: Here,
): Promise<Looked | { readonly problems: readonly PlacedProblem[] }> {
  const { configuration } = await readWorld(snapshot);
  const { policies, problems } = planPolicies(entries, { configuration, at: now, judgesHistory });
  if (problems.length > 0) return { problems };
  const preview = policyPreview(policies, configuration, now);
  const byTeam = isTeamAsked(policies, configuration);
  const counts = new PreviewCounts(policies);
  let latest: readonly Shown[] = [];
  for await (const page of arrivalsBetween(snapshot, span.from, span.to)) {
    const teams = byTeam ? await firstTeams(snapshot, page) : new Map<string, string>();
    const shown = page.flatMap((arrival): readonly Shown[] => {
      const { lead, arrivedAt, origin, channel, segment } = arrival;
      const previewed = preview({ origin, channel, segment, team: teams.get(lead) ?? null }, arrivedAt);
      // where no policy asks for the team, that of the row is as good
      counts.add(previewed, { origin, team: byTeam ? (teams.get(lead) ?? null) : arrival.team });
      return previewed.matched.length > 0 ? [{ ...arrival, ...previewed }] : [];
    });
    latest = [...latest, ...shown].toSorted((a, b) => b.arrivedAt - a.arrivedAt).slice(0, span.limit);
  }
  return { policies, counts, latest };
}

/** Leads that are folded at a stretch: whoever else waits for this process has his turn in between. */
const FOLDED_AT_ONCE = 100;

/** The first team that was named of each lead. A row says the last one, or the owner's: of a lead without any no event has named one. */
async function firstTeams(snapshot: Snapshot, page: readonly Arrival[]): Promise<ReadonlyMap<string, string>> {
  const named = page.filter(({ team }) => team !== null).map(({ lead }) => lead);
  const teams = new Map<string, string>();
  for (let start = 0; start < named.length; start += FOLDED_AT_ONCE) {
    const events = await eventsOfLeads(snapshot, named.slice(start, start + FOLDED_AT_ONCE));
    for (const [lead, told] of events) {
      const first = foldLead(lead, told).teams[0];
      if (first !== undefined) teams.set(lead, first.team);
    }
  }
  return teams;
}
