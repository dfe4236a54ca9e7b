import { policySettings } from '../configuration/settings.js';
import type { DataOf } from '../events/catalogue.js';
import { writeInstant } from '../events/instant.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { WhatIf } from './what-if.js';

const site = subject('site').tell('site.set', '08:00', { name: 'Us', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR' });
const web: DataOf<'policy.set'> = { order: 1, match: {}, targets: { answer_s: 600 }, steps: [] };
const ofAna = (id: string, time: string): Story => lead(id).arrived(time, { owner: 'ana', team: 'north' });

const teamToo: DataOf<'policy.set'> = {
  ...web,
  targets: {},
  steps: [{ id: 'due', clock: 'lead', of: 'answer', at_percent: 100, notify: ['team'] }],
};

/** As the product would have told of it. */
const told = (story: Story, due: string, raised = due, to = 'ana'): Story =>
  story.tell(
    'alert.raised',
    raised,
    { alert: `${story.subject}-${due}`, step: 'due', due_at: writeInstant(at(due)), raised_at: writeInstant(at(raised)), to },
    { heard: raised },
  );

describe('what would have happened under another policy', () => {
  const whatIf = (stories: readonly Story[], policy: DataOf<'policy.set'> | null = null) => {
    const others = new Map(policy === null ? [] : [['web', policySettings(policy)]]);
    const replay = new WhatIf(site.events, others, { from: at('09:00'), to: at('12:00'), asOf: at('tue 12:00') });
    for (const { subject: id, events } of stories) replay.add(id, events);
    return replay;
  };
  const lines = (replay: WhatIf, ...down: readonly { from: number; to: number }[]): string[] =>
    replay.report(down).alerts.map(({ is, apart, then, replayed }) => [(then ?? replayed)?.lead, is, apart ?? ''].join(' ').trim());

  it('is what happened where the policies are those that were', () => {
    const floor = [told(ofAna('ada', '09:00'), '09:05'), ofAna('bob', '09:10').called('09:12', 'ana')];
    const { alerts, leads, all } = whatIf(floor).report();
    expect(alerts).toMatchObject([{ is: 'same', apart: null, then: { to: 'ana' }, replayed: { to: 'ana', policy: null } }]);
    expect([leads, all]).toEqual([2, { name: 'all', then: { met: 1, breached: 1 }, replayed: { met: 1, breached: 1 } }]);
  });

  it('says which alerts fall away, which are new, and who is told instead of whom', () => {
    const answered = told(ofAna('ada', '09:00'), '09:05').called('09:08', 'ana');
    const floor = [answered, told(ofAna('bob', '09:10'), '09:15')];
    expect(lines(whatIf(floor, web))).toEqual(['ada then', 'bob then', 'bob replayed']);
    const whole = whatIf(floor, teamToo).report();
    expect(whole.alerts.map(({ is }) => is)).toEqual(['others', 'others']);
    expect(whole.told).toEqual([
      { to: 'ana', then: 2, replayed: 0 },
      { to: 'team:north', then: 0, replayed: 2 },
    ]);
  });

  it('counts alerts by the hour in which they fell due, in the zone of the site', () => {
    const floor = [told(ofAna('ada', '09:00'), '09:05'), told(ofAna('bob', '10:52'), '10:57')];
    expect(whatIf(floor, web).report().alertHours).toEqual([
      { hour: 10, then: 1, replayed: 1 },
      { hour: 11, then: 1, replayed: 0 },
      { hour: 12, then: 0, replayed: 1 },
    ]);
  });

  it('counts who was answered in target by team and by the hour of arrival in the zone of the site', () => {
    const floor = [ofAna('ada', '09:00').called('09:08', 'ana'), lead('bob').arrived('10:00'), ofAna('cy', '12:00')];
    const { leads, teams, hours } = whatIf(floor, web).report();
    expect(leads).toBe(2);
    expect(teams).toEqual([
      { name: 'north', then: { met: 0, breached: 1 }, replayed: { met: 1, breached: 0 } },
      { name: null, then: { met: 0, breached: 1 }, replayed: { met: 0, breached: 1 } },
    ]);
    expect(hours.map(({ name }) => name)).toEqual([10, 11]);
  });

  it('keeps apart what hangs on two seconds', () => {
    const heardAt = (heard: string): Story => ofAna('ada', '09:00').touched('09:04', { rep: 'ana' }, { heard });
    // the product was a little behind, and told of it although the answer had been recorded
    expect(lines(whatIf([told(heardAt('09:04:58'), '09:05')]))).toEqual(['ada then close']);
    expect(lines(whatIf([told(heardAt('09:04:57.999'), '09:05')]))).toEqual(['ada then']);
    expect(lines(whatIf([heardAt('09:05:02')]))).toEqual(['ada replayed close']);
    expect(lines(whatIf([told(heardAt('09:05:02'), '09:05')]))).toEqual(['ada same']);
    const givenOn = (heard: string): Story => told(ofAna('ada', '09:00').assigned('09:04', 'luis', undefined, { heard }), '09:05');
    expect(lines(whatIf([givenOn('09:04:59')]))).toEqual(['ada others close']);
    expect(lines(whatIf([givenOn('09:04:57')]))).toEqual(['ada others']);
  });

  it('keeps apart what fell due while the product told nobody, as late alerts show or somebody knows', () => {
    const silent = ofAna('bob', '09:01').called('09:08', 'ana');
    const floor = [told(ofAna('ada', '09:00'), '09:05', '09:30'), silent];
    expect(lines(whatIf(floor))).toEqual(['ada same', 'bob replayed down']);
    const later = told(ofAna('ada', '09:00').assigned('09:20', 'luis'), '09:05', '09:30', 'luis');
    expect(lines(whatIf([later]))).toEqual(['ada others down']);
    expect(whatIf(floor).report().down).toEqual([{ from: at('09:05'), to: at('09:30') }]);
    expect(lines(whatIf([silent]))).toEqual(['bob replayed']);
    expect(lines(whatIf([silent]), { from: at('09:06'), to: at('09:07') })).toEqual(['bob replayed down']);
    expect(lines(whatIf([silent]), { from: at('09:05'), to: at('09:06') })).toEqual(['bob replayed']);
  });

  it('gives leads on by a rota in the order of time, whichever it was told of first', () => {
    const reps = ['ana', 'luis', 'zoe'].flatMap(
      (id) => subject(id).tell('rep.set', '08:00', { name: id, team: 'north', active: true }).events,
    );
    const steps: DataOf<'policy.set'>['steps'] = [
      { id: 'next', clock: 'lead', of: 'answer', at_s: 300, notify: ['owner'], action: 'reassign' },
      { id: 'very', clock: 'lead', of: 'answer', at_s: 600, notify: ['owner'] },
    ];
    const turned = subject('north').tell('rota.advanced', '08:30', { rep: 'ana' });
    const period = { from: at('09:00'), to: at('12:00'), asOf: at('tue 12:00') };
    const replay = new WhatIf([...site.events, ...reps], new Map([['web', policySettings({ ...web, steps })]]), period, turned.events);
    for (const { subject: id, events } of [ofAna('bob', '09:01'), ofAna('ada', '09:00'), ofAna('cy', '09:02')]) replay.add(id, events);
    const very = () => replay.report().alerts.filter(({ replayed }) => replayed?.step === 'very');
    // luis has had ada, zoe bob, and ana has cy herself
    expect(very().map(({ replayed }) => [replayed?.lead, replayed?.to])).toEqual([
      ['ada', 'luis'],
      ['bob', 'zoe'],
      ['cy', 'luis'],
    ]);
    expect(very()).toHaveLength(3);
  });

  it('keeps apart what is told again within two seconds of when it was put off', () => {
    const again: DataOf<'policy.set'> = {
      ...web,
      steps: [{ id: 'due', clock: 'lead', of: 'answer', at_s: 300, notify: ['owner'], repeat_s: 60, repeat_max: 1 }],
    };
    const putOff = (time: string): Story => {
      const [due_at, raised_at] = [writeInstant(at('09:05')), writeInstant(at('09:05'))];
      const data = { alert: 'ada-09:05', step: 'due', due_at, raised_at, to: 'ana', until: writeInstant(at('09:05:30')) };
      return told(ofAna('ada', '09:00'), '09:05').tell('alert.snoozed', time, data, { heard: time });
    };
    const policy = { ...again, snooze_max_s: 900 };
    expect(lines(whatIf([putOff('09:05:01')], policy))).toEqual(['ada same', 'ada replayed', 'ada replayed']);
    expect(lines(whatIf([putOff('09:05:29')], policy))).toEqual(['ada same', 'ada replayed close', 'ada replayed']);
  });

  it('takes what fell due in the period, and leads that arrived in it', () => {
    const before = told(ofAna('ada', '08:50'), '08:55');
    const across = told(ofAna('bob', '08:58'), '09:03');
    const { alerts, leads } = whatIf([before, across, ofAna('cy', '11:55')]).report();
    expect([alerts.map(({ then }) => then?.lead), leads]).toEqual([['bob'], 1]);
  });

  it('takes what fell due, and who arrived, at the first instant of the period, and none of the last', () => {
    const [first, last] = [told(ofAna('ada', '08:55'), '09:00'), told(ofAna('bob', '11:55'), '12:00')];
    expect(lines(whatIf([first, last]))).toEqual(['ada same']);
    expect(whatIf([ofAna('ada', '09:00'), ofAna('bob', '12:00'), ofAna('cy', '08:59:59')]).report().leads).toBe(1);
  });

  it('tells of alerts by when they were due, then by their leads; of hours and teams in their order', () => {
    const of = (id: string, time: string, team?: string) => lead(id).arrived(time, { ...(team !== undefined && { team }) });
    const floor = [of('d', '11:00', 'b'), of('c', '09:30'), of('a', '09:00', 'c'), of('b', '09:00', 'a'), of('e', '10:00', 'b')];
    for (const leads of [floor, floor.toReversed()]) {
      const { alerts, hours, teams } = whatIf(leads).report();
      expect(alerts.map(({ replayed }) => replayed?.lead)).toEqual(['a', 'b', 'c', 'e', 'd']);
      expect(hours.map(({ name }) => name)).toEqual([10, 11, 12]);
      expect(teams.map(({ name }) => name)).toEqual(['a', 'b', 'c', null]);
    }
    const raised = [told(of('b', '09:00'), '09:05'), told(of('a', '09:00'), '09:05')];
    expect(lines(whatIf(raised, { ...teamToo, targets: { answer_s: 3600 } }))).toEqual(['a then', 'b then', 'a replayed', 'b replayed']);
  });

  it('counts a lead without a verdict among the leads alone', () => {
    const { leads, all, teams } = whatIf([ofAna('ada', '09:00').disqualified('09:01')]).report();
    expect([leads, all, teams]).toEqual([1, null, []]);
  });

  it('keeps apart by when an alert was to be told, of one side as of the other', () => {
    const lateHeard = lead('ada').arrived('09:00', { owner: 'ana' }, { heard: '09:30' });
    expect(lines(whatIf([lateHeard]), { from: at('09:29'), to: at('09:31') })).toEqual(['ada replayed down']);
    expect(lines(whatIf([lateHeard]), { from: at('09:04'), to: at('09:06') })).toEqual(['ada replayed']);
    const wrong = told(ofAna('bob', '09:00').called('09:02', 'ana'), '09:05');
    expect(lines(whatIf([wrong]), { from: at('09:05'), to: at('09:06') })).toEqual(['bob then down']);
    expect(lines(whatIf([wrong]), { from: at('09:06'), to: at('09:07') })).toEqual(['bob then']);
  });
});
