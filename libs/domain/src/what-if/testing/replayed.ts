import { ladderEventId } from '../../alerts/ladder-event-id.js';
import type { DataOf } from '../../events/catalogue.js';
import type { LeadclockEvent } from '../../events/event.js';
import { writeInstant } from '../../events/instant.js';
import { at } from '../../testing/clock-time.js';
import { type Story, subject } from '../../testing/story.js';
import { ConfigurationHistory } from '../configuration-history.js';
import { replayLead } from '../replay-lead.js';
import { ReplayedRota, type TurnAsked } from '../replayed-rota.js';
import type { ReplayedAlert } from '../told-rounds.js';

export type Policy = DataOf<'policy.set'>;
export type Step = Policy['steps'][number];

/** A step that tells the owner five minutes after the lead came, unless told otherwise. */
export const step = (more: Partial<Step> = {}): Step => ({
  id: 'late',
  clock: 'lead',
  of: 'answer',
  at_s: 300,
  notify: ['owner'],
  ...more,
});

/** The policy of all leads: five minutes, by these steps. */
export const policy = (steps: readonly Step[], more: Partial<Policy> = {}): Story =>
  subject('web').tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 300 }, steps: [...steps], ...more });

/** That the alert of a lead was raised when it was due. */
export const raised = (alert: string, due: string, lead = 'ada'): readonly LeadclockEvent[] => {
  const due_at = writeInstant(at(due));
  return subject(lead).tell('alert.raised', due, { alert, step: 'late', due_at, raised_at: due_at, to: 'ana' }, { id: alert }).events;
};

/** That the step of an alert gave the lead to somebody. */
export const assignedBy = (alert: string, time: string, owner: string): readonly LeadclockEvent[] => {
  const telling = { source: '/leadclock/alerts', id: ladderEventId(alert, 'lead.assigned') };
  return subject('ada').tell('lead.assigned', time, { owner, by: 'rule:web/late' }, telling).events;
};

/** What a replay told, and whose turn it asked for. */
interface Ran {
  readonly asked: readonly TurnAsked[];
  readonly told: readonly ReplayedAlert[];
}

/** Replays a lead; `turn`: who is next by each rota, null: nobody can take the lead. */
export function ran(events: readonly LeadclockEvent[], history: ConfigurationHistory, turn: string | null, until = 'tue 12:00'): Ran {
  const asked: TurnAsked[] = [];
  const replay = replayLead(events, history, at(until), new ReplayedRota([]));
  for (let next = replay.next(); ; next = replay.next(turn)) {
    if (next.done) return { asked, told: next.value };
    asked.push(next.value);
  }
}

const clock = (instant: number): string => new Date(instant).toISOString().slice(11, 19);

/** Alerts as lines: when they were due, of which step, whom they told, and when, if that was later. */
export const lines = ({ told }: Ran): readonly string[] =>
  told.map(({ due, raised: when, step: of, to }) => [clock(due), of, to, ...(when === due ? [] : [`at ${clock(when)}`])].join(' '));

/** The alerts of a lead, replayed where nobody can take a lead by the rota. */
export const replayed = (events: readonly LeadclockEvent[], ...configuration: readonly Story[]): readonly string[] =>
  lines(ran(events, new ConfigurationHistory(configuration.flatMap((story) => story.events)), null));
