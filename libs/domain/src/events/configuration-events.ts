import { z } from 'zod';
import { Currency } from './amount.js';
import { Day, TimeOfDay } from './day.js';
import { CalendarId, LeadChannel, Origin, Segment, StageId, StepId, TeamId } from './ids.js';
import { Instant } from './instant.js';
import { line } from './text.js';
import { Outcome, TouchActor, TouchChannel } from './touchpoint-events.js';
import { Locale, Zone } from './zone.js';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** A change takes effect then, else at the event's `time`. */
const effect = { effective_from: Instant.optional() } as const;
const Name = line();

/** Open from the first time of day to the second; the intervals of a day stand in order and do not overlap. */
const Hours = z
  .array(z.tuple([TimeOfDay, TimeOfDay]))
  .max(48)
  .refine((hours) => hours.every(([from, to], i) => from < to && (hours[i - 1]?.[1] ?? '') <= from), {
    error: 'must be intervals in order, each ending after it begins, none overlapping the one before',
  });

const Week = z.strictObject({
  mon: Hours.optional(),
  tue: Hours.optional(),
  wed: Hours.optional(),
  thu: Hours.optional(),
  fri: Hours.optional(),
  sat: Hours.optional(),
  sun: Hours.optional(),
});

const Stage = z.strictObject({
  id: StageId,
  name: Name,
  probability: z.number().min(0).max(1),
  role: z.enum(['opportunity']).optional(),
});

const unlike = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const list = <T extends z.ZodType>(item: T) => z.array(item).max(1000);
const Seconds = z.int().positive().max(315_360_000);

const Step = z
  .strictObject({
    id: StepId,
    clock: z.enum(['lead', 'owner']),
    of: z.enum(['answer', 'contact']),
    at_s: z.int().min(-315_360_000).max(315_360_000).optional(),
    at_percent: z.number().min(0).max(100_000).optional(),
    notify: list(Name),
    action: Name.optional(),
    repeat_s: Seconds.optional(),
    repeat_max: z.int().positive().max(1000).optional(),
  })
  .refine((step) => (step.at_s === undefined) !== (step.at_percent === undefined), {
    error: 'must have either at_s or at_percent, not both',
  });

/** The rules that numbers are made by, themselves events, so that the past is replayed under the rules of its day. */
export const configurationEvents = {
  'site.set': z.strictObject({
    name: Name,
    zone: Zone,
    locale: Locale,
    currency: Currency,
    week_start: z.enum(weekdays).optional(),
    ...effect,
  }),
  'rep.set': z.strictObject({
    name: Name,
    team: TeamId,
    active: z.boolean(),
    calendar: CalendarId.optional(),
    days_off: z.array(Day).max(10_000).optional(),
    ...effect,
  }),
  'team.set': z.strictObject({ name: Name, calendar: CalendarId.optional(), ...effect }),
  'calendar.set': z.strictObject({
    zone: Zone,
    week: Week,
    holidays: z.array(z.strictObject({ date: Day, name: Name })).max(10_000),
    ...effect,
  }),
  'pipeline.set': z.strictObject({
    stages: z
      .array(Stage)
      .max(200)
      .refine((stages) => unlike(stages.map(({ id }) => id)), { error: 'must have stages with different ids' }),
    ...effect,
  }),
  'policy.set': z.strictObject({
    /** the policy is taken away: from its effect on this version judges no lead; what else it says is what was taken away */
    removed: z.literal(true).optional(),
    order: z.int(),
    match: z.strictObject({
      origin: list(Origin).optional(),
      team: list(TeamId).optional(),
      segment: list(Segment).optional(),
      channel: list(LeadChannel).optional(),
    }),
    calendar: CalendarId.optional(),
    targets: z.strictObject({ answer_s: Seconds.optional(), contact_s: Seconds.optional() }),
    counts: z
      .strictObject({
        outbound: list(TouchChannel).optional(),
        inbound: list(TouchChannel).optional(),
        actors: list(TouchActor).optional(),
        unless: list(Outcome).optional(),
      })
      .optional(),
    quiet: z.strictObject({ from: TimeOfDay, to: TimeOfDay }).optional(),
    snooze_max_s: Seconds.optional(),
    steps: z
      .array(Step)
      .max(200)
      .refine((steps) => unlike(steps.map(({ id }) => id)), { error: 'must have steps with different ids' }),
    ...effect,
  }),
} as const;
