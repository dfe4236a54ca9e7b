import { policySettings } from '../configuration/settings.js';
import { writeInstant } from '../events/instant.js';
import { at } from '../testing/clock-time.js';
import { lead, subject } from '../testing/story.js';
import { ConfigurationHistory } from './configuration-history.js';
import { assignedBy, lines, policy, raised, ran, replayed, step } from './testing/replayed.js';

const ada = lead('ada').arrived('09:00', { owner: 'ana', team: 'north' });
const nobodys = lead('ada').arrived('09:00');

describe('what a step of a replay does with the lead', () => {
  it('is done once, however often it tells', () => {
    const next = new ConfigurationHistory(policy([step({ action: 'reassign', repeat_s: 60, repeat_max: 2 })]).events);
    const anew = ran(ada.events, next, 'zoe');
    expect(lines(anew)).toEqual(['09:05:00 late ["ana","zoe"]', '09:06:00 late zoe', '09:07:00 late zoe']);
    expect(anew.asked).toHaveLength(1);
    const pool = policy([step({ action: 'pool', repeat_s: 60, repeat_max: 1 })]);
    expect(replayed(ada.events, pool)).toEqual(['09:05:00 late ana', '09:06:00 late *']);
  });

  it('comes after those are told who are told at the same instant', () => {
    const both = policy([step({ action: 'pool' }), step({ id: 'very' })]);
    expect(replayed(ada.events, both)).toEqual(['09:05:00 very ana', '09:05:00 late ana']);
  });

  it('leaves the lead where it is when nobody can take it, and asks for no turn to give it back', () => {
    const very = step({ id: 'very', at_s: 600 });
    const on = new ConfigurationHistory(policy([step({ action: 'reassign' }), very]).events);
    expect(lines(ran(ada.events, on, null))).toEqual(['09:05:00 late ana', '09:10:00 very ana']);
    const back = new ConfigurationHistory(policy([step({ action: 'pool' }), very]).events);
    const gone = ran(ada.events, back, 'zoe');
    expect([lines(gone), gone.asked]).toEqual([['09:05:00 late ana', '09:10:00 very *'], []]);
  });

  it('is nothing to a lead that is nobody’s and of no team', () => {
    for (const action of ['pool', 'reassign'] as const) {
      const went = ran(nobodys.events, new ConfigurationHistory(policy([step({ action })]).events), 'zoe');
      expect([action, lines(went), went.asked]).toEqual([action, ['09:05:00 late *'], []]);
    }
  });

  it('is what it did then where the alert was raised; what another alert did is left out', () => {
    const history = new ConfigurationHistory(policy([step({ action: 'reassign' }), step({ id: 'very', at_s: 600 })]).events);
    const given = [...ada.events, ...raised('a1', '09:05'), ...assignedBy('a1', '09:05', 'luis')];
    expect(lines(ran(given, history, 'zoe'))).toEqual(['09:05:00 late ["ana","luis"]', '09:10:00 very luis']);
    const other = [...ada.events, ...raised('a1', '09:05'), ...assignedBy('a9', '09:05', 'luis')];
    expect(lines(ran(other, history, 'zoe'))).toEqual(['09:05:00 late ana', '09:10:00 very ana']);
    // a person did it
    expect(lines(ran(ada.assigned('09:04', 'luis').events, history, null))).toEqual(['09:05:00 late luis', '09:10:00 very luis']);
  });
});

describe('whom a replay tells', () => {
  it('is who has claimed the lead by then, or the manager where nobody has', () => {
    const claimant = policy([step({ notify: ['claimant'] })]);
    expect(replayed(nobodys.claimed('09:02', 'luis').events, claimant)).toEqual(['09:05:00 late luis']);
    expect(replayed(ada.events, claimant)).toEqual(['09:05:00 late manager:north']);
    expect(replayed(nobodys.events, claimant)).toEqual(['09:05:00 late manager:*']);
    expect(replayed(nobodys.claimed('09:02', 'luis', undefined, { heard: '09:06' }).events, claimant)).toEqual(['09:05:00 late manager:*']);
  });
});

describe('what a replay tells again', () => {
  const hourly = policy([step({ repeat_s: 3600, repeat_max: 2 })]);
  const repeats = ['09:05:00 late ana', '10:05:00 late ana', '11:05:00 late ana'];

  it('goes on for hours, whatever else is recorded of the lead', () => {
    expect(replayed(ada.tell('lead.viewed', '10:30', { rep: 'ana' }).events, hourly)).toEqual(repeats);
  });

  it('is never told what was an hour old when it became known', () => {
    const slow = subject('web').tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 7200 }, steps: [] });
    const quicker = { order: 1, match: {}, targets: { answer_s: 300 }, steps: [step()] };
    const known = (heard: string) => slow.tell('policy.set', '08:00', quicker, { heard });
    expect(replayed(ada.events, known('10:05'))).toEqual([]);
    expect(replayed(ada.events, known('10:04:59'))).toEqual(['09:05:00 late ana at 10:04:59']);
  });

  it('ends when its reason had gone, although another deadline of the lead stands, also when the reason is back', () => {
    const steps = [step({ repeat_s: 60, repeat_max: 5 }), step({ id: 'reach', of: 'contact', at_s: 320 })];
    const both = policy(steps, { targets: { answer_s: 300, contact_s: 1200 } });
    const late = ada.touched('09:05:30', { rep: 'ana', outcome: 'no_answer' }, { id: 'call', heard: '09:05:40' });
    expect(replayed(late.takenBack('09:07', 'call').events, both)).toEqual(['09:05:00 late ana', '09:05:20 reach ana']);
  });

  it('is told anew when its deadline moves ahead: the first time had been too early', () => {
    const late = { heard: '09:10' };
    const moved = ada.tell('lead.paused', '09:03', {}, late).tell('lead.resumed', '09:09:30', {}, late);
    expect(replayed(moved.events)).toEqual(['09:05:00 due ana', '09:11:30 due ana']);
  });

  it('is put off no further than the target of a policy that is tried, to the instant', () => {
    const instants = { due_at: writeInstant(at('09:05')), raised_at: writeInstant(at('09:05')) };
    const data = { alert: 'a1', step: 'late', ...instants, to: 'ana', until: writeInstant(at('09:10')) };
    const snooze = subject('ada').tell('alert.snoozed', '09:05:30', data, { id: 'snooze', heard: '09:05:30' });
    const off = [...ada.events, ...raised('a1', '09:05'), ...snooze.events];
    const tried = (answer_s: number, repeat: object = {}) => {
      const settings = policySettings({ order: 1, match: {}, targets: { answer_s }, steps: [step(repeat)] });
      return lines(ran(off, new ConfigurationHistory([], new Map([['web', settings]])), null));
    };
    expect(tried(331)).toEqual(['09:05:00 late ana', '09:05:31 late ana']);
    // what is past lets it be put off not at all, and costs or gives no repeat
    expect(tried(330)).toEqual(['09:05:00 late ana']);
    expect(tried(300, { repeat_s: 60, repeat_max: 2 })).toEqual(['09:05:00 late ana', '09:06:00 late ana', '09:07:00 late ana']);
  });
});

describe('a replay up to an instant', () => {
  it('tells what falls due at that very instant, and what is recorded at it', () => {
    const to = (until: string, events = ada.events) => lines(ran(events, new ConfigurationHistory([]), null, until));
    expect([to('09:04:59.999'), to('09:05')]).toEqual([[], ['09:05:00 due ana']]);
    const late = lead('ada').arrived('09:00', { owner: 'ana' }, { heard: '09:30' }).events;
    expect([to('09:29:59.999', late), to('09:30', late)]).toEqual([[], ['09:05:00 due ana at 09:30:00']]);
    expect(to('09:30', [])).toEqual([]);
  });
});
