import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { parseEvent } from '@leadclock/domain/events/parse-event.js';
import type { Goal } from './goal.js';
import { type PlannedTarget, planTargets, targetEvent } from './plan-targets.js';

const now = Date.UTC(2026, 10, 2, 9);
const goal: Goal = {
  goal: 'November',
  kpi: 'won-revenue',
  target: 300,
  period: { from: '2026-11-01', to: '2026-11-30' },
  team: null,
  rep: null,
};
const plan = (wanted: Goal, events: readonly LeadclockEvent[] = []): PlannedTarget => {
  const [first] = planTargets([{ line: 1, goal: wanted }], new Map(events.map(({ subject }) => [subject, events])));
  if (first === undefined) throw new Error('there is a goal');
  return first;
};
const sent = (planned: PlannedTarget, time = now): LeadclockEvent => {
  const parsed = parseEvent(targetEvent(planned, time), { now, recordedTime: now, keepRecordedTime: false, allowProductTypes: false });
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.event;
};

describe('a plan of targets', () => {
  it('sends an event that the door takes for a goal that is new, and none for one that stands', () => {
    const first = plan(goal);
    expect(first).toMatchObject({ was: null, event: expect.any(String) });
    const event = sent(first);
    expect(event).toMatchObject({ type: 'target.set', data: { kpi: 'won-revenue', value: 300, period: goal.period } });
    expect(plan(goal, [event])).toMatchObject({ was: 300, event: null });
  });

  it('sends one event of the same target for a changed value; the name of a goal may change', () => {
    const event = sent(plan(goal));
    expect(plan({ ...goal, goal: 'Autumn' }, [event])).toMatchObject({ event: null });
    expect(plan({ ...goal, target: 400 }, [event])).toMatchObject({ was: 300, subject: event.subject, event: expect.any(String) });
  });

  it('has another target for another KPI, owner or period', () => {
    const others: readonly Partial<Goal>[] = [
      { kpi: 'pipeline-value' },
      { team: 'north' },
      { rep: 'north' },
      { period: { from: '2026-11-01', to: '2026-11-29' } },
    ];
    const subjects = [goal, ...others.map((other) => ({ ...goal, ...other }))].map((one) => plan(one).subject);
    expect(new Set(subjects).size).toBe(5);
  });

  it('makes ids from content: twice the same at once is one event, back to the old value is a new one', () => {
    expect(plan(goal).event).toBe(plan({ ...goal, goal: 'Autumn' }).event);
    const one = sent(plan(goal));
    const two = sent(plan({ ...goal, target: 400 }, [one]), now + 1);
    const back = plan(goal, [one, two]);
    expect(back).toMatchObject({ was: 400, event: expect.any(String) });
    expect(new Set([one.id, two.id, back.event]).size).toBe(3);
  });

  it('sets a target anew whose event was taken back', () => {
    const one = sent(plan(goal));
    const data = { source: one.source, id: one.id };
    const gone: LeadclockEvent = { ...one, type: 'event.retracted', id: 'back', data };
    const again = plan(goal, [one, gone]);
    expect(again).toMatchObject({ was: null });
    expect(again.event).not.toBe(one.id);
  });
});
