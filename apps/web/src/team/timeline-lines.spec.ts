import type { LeadDetail, TimelineEvent } from './answers.js';
import { iconOf, linesOfLead, markOf } from './timeline-lines.js';

const event = (time: string, type: string, code = 'no_number', counts = false): TimelineEvent => ({
  time: `2026-03-17T${time}Z`,
  recorded_time: `2026-03-17T${time}Z`,
  type,
  source: '/s',
  id: time,
  data: {},
  counts,
  code,
  values: {},
});
const clocks = (due: string | null, verdict: string): Pick<LeadDetail, 'clocks'> => ({
  clocks: { due_at: due === null ? null : `2026-03-17T${due}Z`, verdict, paused: false, working_s: 0, wall_s: 0, paused_s: 0, pauses: [] },
});
const events = [
  event('10:00:00', 'lead.created', 'arrival', true),
  event('10:05:00', 'lead.viewed'),
  event('10:05:00', 'alert.raised', 'alert_told', true),
  event('10:06:18', 'touchpoint.recorded', 'first_answer', true),
];
const kinds = (detail: Pick<LeadDetail, 'clocks'>) =>
  linesOfLead(detail, events).map((line) => (line.kind === 'due' ? 'due' : line.event.type));

describe('the timeline of a lead', () => {
  it('has the passing of the target in its place: before the alert of that instant, before the answer', () => {
    expect(kinds(clocks('10:05:00', 'breached'))).toEqual(['lead.created', 'lead.viewed', 'due', 'alert.raised', 'touchpoint.recorded']);
    expect(kinds(clocks('10:30:00', 'breached')).at(-1)).toBe('due');
  });

  it('has none where the target was met, or is ahead, or where there is no deadline', () => {
    for (const detail of [clocks('10:05:00', 'met'), clocks('10:05:00', 'pending'), clocks(null, 'breached')])
      expect(kinds(detail)).not.toContain('due');
  });

  it.each([
    ['lead.created', 'arrival', true, 'starts'],
    ['touchpoint.recorded', 'first_answer', true, 'answered'],
    ['touchpoint.recorded', 'taken_back', false, 'gone'],
    ['touchpoint.recorded', 'retracted_touch', false, 'gone'],
    ['alert.acknowledged', 'no_number', false, 'alert'],
    ['alert.raised', 'alert_told', true, 'alert'],
    ['lead.claimed', 'owner_changed', true, 'owner'],
    ['deal.won', 'deal_won', true, 'counts'],
    ['lead.viewed', 'no_number', false, 'not'],
    ['touchpoint.recorded', 'actor_does_not_count', false, 'not'],
  ])('marks %s with the reason %s', (type, code, counts, mark) => {
    expect(markOf({ type, code, counts })).toBe(mark);
  });

  it('draws a touch by its channel, one by a machine as such', () => {
    expect(iconOf({ type: 'touchpoint.recorded', data: { channel: 'call' } })).toBe('phone');
    expect(iconOf({ type: 'touchpoint.recorded', data: { channel: 'email', actor: 'automated' } })).toBe('robot');
    expect(iconOf({ type: 'touchpoint.recorded', data: { channel: 'pigeon' } })).toBe('pencil');
  });
});
