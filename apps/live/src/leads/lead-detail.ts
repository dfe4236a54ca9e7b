import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import { effectiveTime, type LeadclockEvent } from '@leadclock/domain/events/event.js';
import { type ExplainedClocks, type ExplainedEvent, type ExplainedLead, explainLead } from '@leadclock/domain/lead/explain.js';
import { journeyOf, type Leg, legsOf } from '@leadclock/domain/lead/journey.js';
import { reasons } from '@leadclock/domain/lead/reasons.js';
import type { LeadSummary } from '@leadclock/domain/lead/summary.js';
import { leadLine } from '@leadclock/read-model/queries/leads.query.js';
import { eventsOfLeads, mergedInto, mergesAround } from '@leadclock/read-model/queries/merged-leads.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import { stepsToCome } from '@leadclock/read-model/queries/steps-to-come.query.js';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Here } from '../answer/answered.js';
import { readWorld, type World } from '../answer/world.js';
import { nameBook } from '../wall/name-book.js';
import { snakeFields } from './snake-fields.js';
import { type ToldDispute, toldDispute } from './told-dispute.js';
import { type ToldStep, toldStep } from './told-step.js';

type EventName = NonNullable<ExplainedLead['assignment']>;
type Json = Readonly<Record<string, unknown>>;

/** `GET /v1/leads/:id`: what is true of it now, what its clocks show, and by which policy. */
export interface LeadDetail {
  readonly lead: string;
  /** first name and initial at most */
  readonly name: string;
  readonly as_of: string;
  /** set when not all of its events could be read (parked) or folded (fold) */
  readonly incomplete: string | null;
  readonly state: Json;
  readonly clocks: Json;
  readonly policy: Json | null;
  /** the event that assigned it last: what a claim of it names */
  readonly assignment: EventName | null;
  /** it was offered to another rep, who has not answered: `event` is what accept and decline name */
  readonly handover: { readonly event: EventName; readonly from: string; readonly to: string; readonly at: string } | null;
  /** when it is to be called back, and who said so last */
  readonly call_back: { readonly at: string; readonly rep: string } | null;
  /** what people said is wrong about it, and what was decided */
  readonly disputes: readonly ToldDispute[];
  /** who is told of it next, and when, if nothing happens: by the policy's steps that are still to come, in their order; while its clock stands a promised call, and of a target that has passed what repeats */
  readonly steps: readonly ToldStep[];
  /** where its time went from the arrival on, in seconds; empty before it */
  readonly journey: readonly { readonly leg: Leg['leg']; readonly seconds: number; readonly by: Leg['by'] }[];
  /** what decided the present state: the events that count for its clocks, in order */
  readonly why: readonly TimelineEvent[];
}

/** One event and what was decided about it. `data` is what lies in the log: no person is in it. */
export interface TimelineEvent {
  /** the lead that it was recorded under: this one, or one that was merged into it */
  readonly lead: string;
  readonly time: string;
  readonly recorded_time: string;
  readonly type: string;
  readonly source: string;
  readonly id: string;
  readonly historical: boolean;
  readonly data: unknown;
  readonly counts: boolean;
  readonly code: string;
  readonly reason: string;
  readonly values: Json;
}

export interface LeadTimeline {
  readonly lead: string;
  readonly as_of: string;
  readonly events: readonly TimelineEvent[];
}

interface Told<More> {
  readonly explained: ExplainedLead;
  readonly more: More;
  readonly incomplete: string | null;
  /** the lead that all of this one belongs to: `explained` is about that one; null: about this one */
  readonly root: string | null;
}

/** null: there is no such lead. */
export async function leadDetail(dataSource: DataSource, lead: string, here: Here): Promise<LeadDetail | null> {
  const told = await tell(dataSource, lead, here, ({ snapshot, configuration }) => stepsToCome(snapshot, lead, configuration, here.now));
  if (told === null) return null;
  const { explained, incomplete, root, more: steps } = told;
  const { reps: _r, pipelines: _p, subject: _s, ...state } = summaryOr(explained);
  const names = await nameBook(dataSource).of([lead]);
  const head = { lead, name: names.get(lead) ?? lead, as_of: new Date(here.now).toISOString(), incomplete };
  const stands = { state: snakeFields(state), clocks: clocksOf(explained.clocks) };
  return root === null
    ? { ...head, ...stands, ...verdictsOf(explained, here.now), steps: steps.map(toldStep) }
    : { ...head, ...goneInto(root, lead, explained, stands) };
}

/** What was decided about a lead, by whom and why. */
const verdictsOf = (explained: ExplainedLead, now: number) => ({
  policy: explained.policy === null ? null : snakeFields(explained.policy),
  assignment: explained.assignment,
  handover: handoverTold(explained),
  call_back: explained.followUp === null ? null : { at: iso(explained.followUp.due), rep: explained.followUp.rep },
  disputes: explained.disputes.map(toldDispute),
  journey: legsTold(summaryOr(explained), now),
  why: explained.timeline.filter(({ counts, code }) => counts && code !== 'no_number').map(timelineEvent),
});

function handoverTold({ handover }: ExplainedLead): LeadDetail['handover'] {
  if (handover === null) return null;
  const { event, from, to, at } = handover;
  return { event, from, to, at: iso(at) };
}

const iso = (at: number): string => new Date(at).toISOString();

/** A lead that was merged away: where it went, and what its own events do there. It has no clock of its own any more. */
const goneInto = (
  root: string,
  lead: string,
  explained: ExplainedLead,
  { state, clocks }: { readonly state: Json; readonly clocks: Json },
) => ({
  state: { ...blank(state), status: 'merged', merged_into: root },
  clocks: { ...blank(clocks), paused: false, working_s: 0, wall_s: 0, paused_s: 0, paused_working_s: 0, pauses: [] },
  policy: null,
  assignment: null,
  handover: null,
  call_back: null,
  disputes: [],
  steps: [],
  journey: [],
  why: own(lead, explained).filter(({ counts, type }) => counts && type === 'lead.merged'),
});

/** The same fields, none of which has a value. */
const blank = (fields: Json): Json => Object.fromEntries(Object.keys(fields).map((name) => [name, null]));

/** The events that were recorded under this lead. */
const own = (lead: string, { timeline }: ExplainedLead): readonly TimelineEvent[] =>
  timeline.map(timelineEvent).filter((event) => event.lead === lead);

/** null: there is no such lead. */
export async function leadTimeline(dataSource: DataSource, lead: string, here: Here): Promise<LeadTimeline | null> {
  const told = await tell(dataSource, lead, here, async () => null);
  if (told === null) return null;
  const events = told.root === null ? told.explained.timeline.map(timelineEvent) : own(lead, told.explained);
  return { lead, as_of: new Date(here.now).toISOString(), events };
}

/** `ask`: what else is to be known of it, from the same state of the read model. */
async function tell<More>(
  dataSource: DataSource,
  lead: string,
  { now }: Here,
  ask: (world: World) => Promise<More>,
): Promise<Told<More> | null> {
  return inSnapshot(dataSource, async (snapshot) => {
    const root = await mergedInto(snapshot, lead);
    const about = root ?? lead;
    const line = await leadLine(snapshot, about);
    if (line === null && root === null) return null;
    const events = (await eventsOfLeads(snapshot, [about])).get(about) ?? [];
    if (!events.some((event) => effectiveTime(event) <= now)) return null;
    const world = await readWorld(snapshot);
    const explained = explainLead(about, events, world.configuration, now, await mergesAround(snapshot, lead));
    if (explained.summary === null) return null;
    return { explained, more: await ask(world), incomplete: line?.incomplete ?? null, root };
  });
}

function summaryOr({ summary }: ExplainedLead): LeadSummary {
  if (summary === null) throw new Error('a lead without a summary was told of');
  return summary;
}

function legsTold(lead: LeadSummary, now: number): LeadDetail['journey'] {
  const journey = journeyOf(lead);
  const legs = journey === null ? [] : legsOf(journey, now);
  return legs.map(({ leg, milliseconds, by }) => ({ leg, seconds: milliseconds / 1000, by }));
}

const clocksOf = ({ workingMs, wallMs, pausedMs, pausedWorkingMs, pauses, ...clocks }: ExplainedClocks): Json => ({
  ...snakeFields(clocks),
  working_s: workingMs / 1000,
  wall_s: wallMs / 1000,
  paused_s: pausedMs / 1000,
  paused_working_s: pausedWorkingMs / 1000,
  pauses: pauses.map(({ from, until, milliseconds, workingMilliseconds, reason, rep }) => ({
    from: iso(from),
    until: until === null ? null : iso(until),
    seconds: milliseconds / 1000,
    working_s: workingMilliseconds / 1000,
    reason,
    rep,
  })),
});

const Envelope = z.looseObject({ time: z.string(), data: z.unknown() });

function timelineEvent({ event, counts, code, values }: ExplainedEvent): TimelineEvent {
  const { time, data } = Envelope.parse(JSON.parse(encodeEvent(event)));
  const { subject, type, source, id, historical, recordedTime }: LeadclockEvent = event;
  return {
    lead: subject,
    time,
    recorded_time: new Date(recordedTime).toISOString(),
    type,
    source,
    id,
    historical,
    data,
    counts,
    code,
    reason: reasons[code],
    values,
  };
}
