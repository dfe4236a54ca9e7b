import { EventId, EventSource, LeadId, RepId } from '@leadclock/domain/events/ids.js';
import { Instant } from '@leadclock/domain/events/instant.js';
import { Code, line, Note } from '@leadclock/domain/events/text.js';
import { directions, Outcome, TouchChannel } from '@leadclock/domain/events/touchpoint-events.js';
import { z } from 'zod';

const EventName = z.strictObject({ source: EventSource, id: EventId });
/** The identity of an alert, as the live stream and its events have it. */
const AlertName = line();

/** What each command is told, in its body. Until people have accounts `rep` says whose command it is. */
export const commandBodies = {
  /** `assignment`: the one that the rep's page showed; left out: the one that we know */
  claim: z.strictObject({ rep: RepId, assignment: EventName.nullable().optional() }),
  release: z.strictObject({ rep: RepId }),
  offer: z.strictObject({ rep: RepId, to: RepId }),
  /** `offer`: the lead.handover_offered in question */
  accept: z.strictObject({ rep: RepId, offer: EventName }),
  decline: z.strictObject({ rep: RepId, offer: EventName }),
  touchpoints: z.strictObject({
    rep: RepId,
    channel: TouchChannel,
    direction: z.enum(directions),
    outcome: Outcome,
    note: Note.optional(),
    at: Instant.optional(),
  }),
  undo: z.strictObject({ rep: RepId, event: EventName }),
  disqualify: z.strictObject({ rep: RepId, reason: Code.optional() }),
  dispute: z.strictObject({ rep: RepId, about: LeadId, reason: Code, note: Note.optional() }),
  /** `event`: the lead.disputed in question */
  decide: z.strictObject({ rep: RepId, event: EventName, accepted: z.boolean(), reason: Code.optional(), note: Note.optional() }),
  'call-back': z.strictObject({ rep: RepId, at: Instant, reason: Code.optional(), note: Note.optional() }),
  /** `seconds`: from now on */
  snooze: z.strictObject({ rep: RepId, alert: AlertName, seconds: z.int().positive().max(86_400), reason: Code }),
  acknowledge: z.strictObject({ rep: RepId, alert: AlertName }),
  shown: z.strictObject({ rep: RepId, alert: AlertName }),
  /** a clock that stands still is asked about later: it says why */
  pause: z.strictObject({ rep: RepId, reason: Code }),
  resume: z.strictObject({ rep: RepId }),
} as const;

export type CommandName = keyof typeof commandBodies;
export type BodyOf<C extends CommandName> = z.output<(typeof commandBodies)[C]>;

/** A command as it was asked for: checked, but not yet whether its lead allows it. */
export type Asked = { [C in CommandName]: { readonly command: C; readonly body: BodyOf<C> } }[CommandName];
