import { policySettings } from '../configuration/settings.js';
import type { LeadclockEvent } from '../events/event.js';
import { writeInstant } from '../events/instant.js';
import { at } from '../testing/clock-time.js';
import { lead, subject } from '../testing/story.js';
import { ConfigurationHistory } from './configuration-history.js';
import { assignedBy, lines, type Policy, policy, raised, ran, replayed, type Step, step } from './testing/replayed.js';

const ada = lead('ada').arrived('09:00', { owner: 'ana', team: 'north' });

describe('the alerts of a lead, replayed by when its events were recorded', () => {
  it('is raised when nothing that was recorded by its time takes its reason away', () => {
    expect(replayed(ada.events)).toEqual(['09:05:00 due ana']);
    expect(replayed(ada.called('09:04', 'ana').events)).toEqual([]);
    expect(replayed(ada.touched('09:04', { rep: 'ana' }, { heard: '09:05' }).events)).toEqual([]);
    expect(replayed(ada.touched('09:04', { rep: 'ana' }, { heard: '09:05:00.001' }).events)).toEqual(['09:05:00 due ana']);
  });

  it('is not raised of what is closed, paused, or came as history', () => {
    expect(replayed(ada.disqualified('09:03').events)).toEqual([]);
    expect(replayed(ada.paused('09:03').events)).toEqual([]);
    expect(replayed(ada.paused('09:03').resumed('09:30').events)).toEqual(['09:32:00 due ana']);
    expect(replayed(lead('ada').arrived('09:00', {}, { historical: true }).events)).toEqual([]);
    expect(replayed(lead('ada').arrived('09:00', {}, { heard: '10:05' }).events)).toEqual([]);
    expect(replayed(lead('ada').arrived('09:00', {}, { heard: '10:04:59' }).events)).toEqual(['09:05:00 due * at 10:04:59']);
  });

  it('is raised again when it was taken back and its reason stands again, and not when it had been right', () => {
    const early = ada.touched('09:03', { rep: 'ana' }, { id: 'call', heard: '09:06' });
    expect(replayed(early.takenBack('09:07', 'call').events)).toEqual(['09:05:00 due ana', '09:05:00 due ana at 09:07:01']);
    const late = ada.touched('09:05:30', { rep: 'ana' }, { id: 'call', heard: '09:06' });
    expect(replayed(late.takenBack('09:07', 'call').events)).toEqual(['09:05:00 due ana']);
  });

  it('repeats while its reason stands', () => {
    const again = policy([step({ repeat_s: 60, repeat_max: 2 })]);
    expect(replayed(ada.events, again)).toEqual(['09:05:00 late ana', '09:06:00 late ana', '09:07:00 late ana']);
    expect(replayed(ada.called('09:05:30', 'ana').events, again)).toEqual(['09:05:00 late ana']);
  });

  it('keeps still in quiet hours', () => {
    const quiet = { quiet: { from: '09:04', to: '09:30' } };
    expect(replayed(ada.events, policy([step()], quiet))).toEqual(['09:30:00 late ana']);
    expect(replayed(ada.called('09:10', 'ana').events, policy([step()], quiet))).toEqual([]);
  });

  it('follows what was known of policies at the time', () => {
    const later = subject('web').tell(
      'policy.set',
      '08:00',
      { order: 1, match: {}, targets: { answer_s: 60 }, steps: [] },
      { heard: '09:03' },
    );
    // the target had passed when the policy became known
    expect(replayed(ada.events, later)).toEqual(['09:01:00 due ana at 09:03:00']);
  });

  it("gives a lead back, after which it is nobody's", () => {
    const pool = policy([step({ action: 'pool' }), step({ id: 'very', at_s: 600 })]);
    expect(replayed(ada.events, pool)).toEqual(['09:05:00 late ana', '09:10:00 very *']);
    const owners = policy([step({ action: 'pool' }), step({ id: 'his', clock: 'owner', at_s: 600 })]);
    expect(replayed(ada.events, owners)).toEqual(['09:05:00 late ana']);
  });

  it('gives a lead on to whom it was given then, else asks whose turn it is', () => {
    const next = policy([step({ action: 'reassign' }), step({ id: 'his', clock: 'owner', at_s: 120 })]);
    const history = new ConfigurationHistory(next.events);
    const anew = ran(ada.events, history, 'zoe');
    expect(lines(anew)).toEqual(['09:02:00 his ana', '09:05:00 late ["ana","zoe"]', '09:07:00 his zoe']);
    expect(anew.asked).toEqual([{ lead: 'ada', team: 'north', except: 'ana', at: at('09:05') }]);
    expect(lines(ran(ada.events, history, null))).toEqual(['09:02:00 his ana', '09:05:00 late ana']);
    const luis = [...ada.events, ...raised('a1', '09:05'), ...assignedBy('a1', '09:05', 'luis')];
    const again = ran(luis, history, 'zoe');
    expect(lines(again)).toEqual(['09:02:00 his ana', '09:05:00 late ["ana","luis"]', '09:07:00 his luis']);
    // its alert was raised, and nobody could be given the lead
    const stayed = ran([...ada.events, ...raised('a1', '09:05')], history, 'zoe');
    expect(lines(stayed)).toEqual(['09:02:00 his ana', '09:05:00 late ana']);
    expect([again.asked, stayed.asked]).toEqual([[], []]);
  });

  it('leaves out what a step did that it does not come to', () => {
    const luis = [...ada.events, ...raised('a1', '09:05'), ...assignedBy('a1', '09:05', 'luis')];
    expect(replayed(luis, policy([step({ id: 'very', at_s: 600 })]))).toEqual(['09:10:00 very ana']);
  });

  describe('that somebody put off', () => {
    const putOff = (alert: string, time: string, until: string, id = 'snooze'): readonly LeadclockEvent[] => {
      const [due_at, raised_at] = [writeInstant(at('09:05')), writeInstant(at('09:05'))];
      const data = { alert, step: 'late', due_at, raised_at, to: 'ana', until: writeInstant(at(until)) };
      return subject('ada').tell('alert.snoozed', time, data, { id, heard: time }).events;
    };
    const repeats = policy([step({ repeat_s: 60, repeat_max: 2 })]);
    const off = [...ada.events, ...raised('a1', '09:05'), ...putOff('a1', '09:05:30', '09:10')];

    it('tells nobody until then, and goes on from there', () => {
      expect(replayed(off, repeats)).toEqual(['09:05:00 late ana', '09:10:00 late ana', '09:11:00 late ana', '09:12:00 late ana']);
      expect(replayed(off, policy([step()]))).toEqual(['09:05:00 late ana', '09:10:00 late ana']);
      expect(replayed([...off, ...putOff('a1', '09:09', '09:20', 'longer')], policy([step()]))).toEqual([
        '09:05:00 late ana',
        '09:20:00 late ana',
      ]);
    });

    it('tells nobody again when its reason has gone, and when it was not put off after all', () => {
      const called = ada.called('09:08', 'ana').events;
      expect(replayed([...called, ...raised('a1', '09:05'), ...putOff('a1', '09:05:30', '09:10')], repeats)).toEqual(['09:05:00 late ana']);
      const not = subject('ada').takenBack('09:05:40', 'snooze', { id: 'not' }).events;
      expect(replayed([...off, ...not], policy([step()]))).toEqual(['09:05:00 late ana']);
    });

    it('is not put off where the replay does not come to it', () => {
      expect(replayed(off, policy([step({ at_s: 240 })]))).toEqual(['09:04:00 late ana']);
      expect(replayed(off, policy([step({ id: 'other' })]))).toEqual(['09:05:00 other ana']);
    });

    it('is put off by a policy that is tried only as far as that lets it be', () => {
      const tried = (more: Partial<Policy>, ...steps: readonly Step[]) => {
        const data = { order: 1, match: {}, targets: { answer_s: 300 }, steps: [step(), ...steps], ...more };
        return lines(ran(off, new ConfigurationHistory(repeats.events, new Map([['web', policySettings(data)]])), null));
      };
      expect(tried({ snooze_max_s: 900 })).toEqual(['09:05:00 late ana', '09:10:00 late ana']);
      expect(tried({ snooze_max_s: 60 })).toEqual(['09:05:00 late ana', '09:06:30 late ana']);
      // the target has passed
      expect(tried({})).toEqual(['09:05:00 late ana']);
      expect(tried({ targets: { answer_s: 900 } })).toEqual(['09:05:00 late ana', '09:10:00 late ana']);
      expect(tried({ targets: { answer_s: 480 } })).toEqual(['09:05:00 late ana', '09:08:00 late ana']);
    });
  });

  it('tells of leads by themselves until their merge is recorded', () => {
    const bob = lead('bob').arrived('09:01', { owner: 'luis' }).tell('lead.merged', '09:20', { into: 'ada' });
    expect(replayed([...ada.events, ...bob.events])).toEqual(['09:05:00 due ana', '09:06:00 due luis']);
    const early = lead('bob').arrived('09:01', { owner: 'luis' }).tell('lead.merged', '09:02', { into: 'ada' });
    expect(replayed([...ada.events, ...early.events])).toHaveLength(1);
  });
});
