import type { LeadDetail, TimelineEvent } from './answers.js';
import type { IconName } from './icons.js';

/** A line of a lead's timeline: an event, or the instant at which its target passed. */
export type TimelineLine =
  | { readonly kind: 'event'; readonly at: number; readonly event: TimelineEvent }
  | { readonly kind: 'due'; readonly at: number };

/** The events with the passing of the target among them: after what was before it, before what came later. */
export function linesOfLead({ clocks }: Pick<LeadDetail, 'clocks'>, events: readonly TimelineEvent[]): readonly TimelineLine[] {
  const lines = events.map((event): TimelineLine => ({ kind: 'event', at: Date.parse(event.time), event }));
  const due = clocks.due_at === null || clocks.verdict !== 'breached' ? null : Date.parse(clocks.due_at);
  if (due === null) return lines;
  const alerts = (line: TimelineLine): boolean => line.kind === 'event' && line.event.type.startsWith('alert.');
  const place = lines.findIndex((line) => line.at > due || (line.at === due && alerts(line)));
  const before = place === -1 ? lines.length : place;
  return [...lines.slice(0, before), { kind: 'due', at: due }, ...lines.slice(before)];
}

/** What the mark at the right says of an event. */
export type Mark = 'starts' | 'answered' | 'owner' | 'gone' | 'alert' | 'counts' | 'not';

export function markOf({ type, code, counts }: Pick<TimelineEvent, 'type' | 'code' | 'counts'>): Mark {
  if (code === 'arrival') return 'starts';
  if (code === 'first_answer' || code === 'call_going_on') return 'answered';
  if (code === 'taken_back' || code === 'retracted_touch') return 'gone';
  if (type.startsWith('alert.')) return 'alert';
  if (code === 'owner_changed') return 'owner';
  return counts && code !== 'no_number' ? 'counts' : 'not';
}

const byChannel: Readonly<Record<string, IconName>> = {
  call: 'phone',
  email: 'mail',
  sms: 'chat',
  chat: 'chat',
  meeting: 'cal',
  demo: 'cal',
  visit: 'cal',
};

/** The picture of an event. */
export function iconOf({ type, data }: Pick<TimelineEvent, 'type' | 'data'>): IconName {
  if (type === 'lead.created') return 'inbox';
  if (type === 'lead.viewed') return 'eye';
  if (type.startsWith('alert.')) return 'bell';
  if (type === 'event.retracted' || type === 'touchpoint.retracted') return 'undo';
  if (type === 'touchpoint.recorded') {
    const { actor, channel } = data;
    if (actor === 'automated' || actor === 'ai') return 'robot';
    return byChannel[typeof channel === 'string' ? channel : ''] ?? 'pencil';
  }
  if (type.startsWith('touchpoint.') || type.startsWith('deal.')) return 'pencil';
  return 'swap';
}

/** The touchpoint that an event records, if a person made it and it still stands: somebody else may say that it was his. */
export function touchBySomebody(event: Pick<TimelineEvent, 'type' | 'code' | 'counts' | 'data'>): string | null {
  const { touchpoint, actor } = event.data;
  const byMachine = actor === 'automated' || actor === 'ai';
  if (event.type !== 'touchpoint.recorded' || byMachine || markOf(event) === 'gone') return null;
  return typeof touchpoint === 'string' ? touchpoint : null;
}

/** More events than this that do not count are folded away. */
export const FOLD_FROM = 20;
