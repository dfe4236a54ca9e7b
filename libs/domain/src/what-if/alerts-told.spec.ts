import { writeInstant } from '../events/instant.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story } from '../testing/story.js';
import { alertsTold } from './alerts-told.js';
import { snoozesSaid } from './snoozes-said.js';

/** The alert of a story was raised, by an event of the same id unless told otherwise. */
const raised = (story: Story, alert: string, due: string, when = due, id = alert): Story => {
  const data = { alert, step: 'due', due_at: writeInstant(at(due)), raised_at: writeInstant(at(when)), to: 'ana' };
  return story.tell('alert.raised', when, data, { id });
};
const putOff = (story: Story, alert: string, time: string, until: string, id = time): Story => {
  const instants = { due_at: writeInstant(at('09:05')), raised_at: writeInstant(at('09:05')) };
  return story.tell('alert.snoozed', time, { alert, step: 'due', ...instants, to: 'ana', until: writeInstant(at(until)) }, { id });
};
const [ada, bob] = [lead('ada').arrived('09:00'), lead('bob').arrived('09:00')];
const eventsOf = (...stories: readonly Story[]) => stories.flatMap(({ events }) => events);

describe('the alerts that were raised', () => {
  it('are those that events of leads tell of, with what they say', () => {
    expect(alertsTold(eventsOf(raised(ada, 'a1', '09:05', '09:06'), bob))).toEqual([
      { alert: 'a1', lead: 'ada', step: 'due', due: at('09:05'), raised: at('09:06'), to: 'ana' },
    ]);
    expect(alertsTold(eventsOf(ada.takenBack('09:10', 'e1'), bob))).toEqual([]);
  });

  it('stand by when they were due, then by when they were raised, of whichever lead', () => {
    const events = eventsOf(
      raised(raised(ada, 'late', '09:10'), 'a2', '09:05', '09:07'),
      raised(raised(bob, 'b1', '09:05', '09:06'), 'first', '09:04'),
    );
    expect(alertsTold(events).map(({ alert }) => alert)).toEqual(['first', 'b1', 'a2', 'late']);
  });

  it('are each one, also when two events tell of it or one is sent twice', () => {
    const twice = raised(raised(ada, 'a1', '09:05', '09:05', 'x'), 'a1', '09:05', '09:06', 'y');
    expect(alertsTold(eventsOf(twice, raised(ada, 'a1', '09:05', '09:05', 'x'))).map(({ raised: when }) => when)).toEqual([at('09:05')]);
  });

  it('are none where the event was taken back; what else the lead has stands', () => {
    const back = raised(raised(ada, 'a1', '09:05'), 'a2', '09:06').takenBack('09:10', 'a1');
    expect(alertsTold(back.events).map(({ alert }) => alert)).toEqual(['a2']);
  });
});

describe('alerts that were put off', () => {
  it('are told by when that was recorded, of whichever lead', () => {
    const events = eventsOf(putOff(putOff(ada, 'a1', '09:07', '09:20'), 'a1', '09:05:30', '09:10'), putOff(bob, 'b1', '09:06', '09:30'));
    expect(snoozesSaid(events)).toEqual([
      { alert: 'a1', recorded: at('09:05:31'), until: at('09:10') },
      { alert: 'b1', recorded: at('09:06:01'), until: at('09:30') },
      { alert: 'a1', recorded: at('09:07:01'), until: at('09:20') },
    ]);
  });

  it('are not told of where it was taken back, nor twice where it was sent twice', () => {
    const off = putOff(putOff(ada, 'a1', '09:06', '09:10', 'x'), 'a1', '09:07', '09:20', 'y');
    const [, x] = off.events;
    expect(x?.type).toBe('alert.snoozed');
    expect(snoozesSaid([...off.takenBack('09:08', 'y').events, ...(x === undefined ? [] : [x])])).toEqual([
      { alert: 'a1', recorded: at('09:06:01'), until: at('09:10') },
    ]);
    expect(snoozesSaid(eventsOf(ada, bob.takenBack('09:08', 'e1')))).toEqual([]);
  });
});
