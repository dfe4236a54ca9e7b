import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { answeredInTarget } from './answered-in-target.kpi.js';

const ada = lead('ada').arrived('09:00', { owner: 'ana' });
const inTarget = (asOf?: string) => asking(answeredInTarget, {}, asOf);
const met = { value: 1, n: 1, met: 1, breached: 0, excluded: {} };
const breached = { value: 0, n: 1, met: 0, breached: 1, excluded: {} };
const none = (reason: string) => ({ value: null, n: 0, met: 0, breached: 0, excluded: { [reason]: 1 } });

describe('answered-in-target', () => {
  it('is null while nothing has come', () => {
    given().when(inTarget()).then({ value: null, n: 0, met: 0, breached: 0, excluded: {} });
  });

  it('an answer at exactly five minutes is in target, one millisecond later is not', () => {
    given(ada.called('09:05', 'ana')).when(inTarget()).then(met);
    given(ada.called('09:05:00.001', 'ana')).when(inTarget()).then(breached);
  });

  it('is pending until the deadline, breached from that very instant, and stays so when the answer comes', () => {
    const story = ada.called('09:20', 'ana');
    given(story).when(inTarget('09:04:59.999')).then(none('pending'));
    given(story).when(inTarget('09:05')).then(breached);
    given(story).when(inTarget('09:21')).then(breached);
  });

  it('is the share of the deadlines that were met, of those that have passed', () => {
    const [early, late] = ['09:03', '09:20'].map((time) => (name: string) => lead(name).arrived('09:00').called(time, 'ana'));
    if (early === undefined || late === undefined) throw new Error('no stories');
    given(early('a'), early('b'), early('c'), late('d'), lead('e').arrived('09:00').disqualified('09:01'), lead('f').called('09:00', 'ana'))
      .when(inTarget())
      .then({ value: 0.75, n: 4, met: 3, breached: 1, excluded: { closed_before_deadline: 1, no_arrival: 1 } });
  });

  it('is met from the answer on', () => {
    given(ada.called('09:03', 'ana')).when(inTarget('09:03')).then(met);
    given(ada.called('09:03', 'ana')).when(inTarget('09:02:59')).then(none('pending'));
  });

  it('is turned over by a bounce before the deadline, not by one at or after it', () => {
    const mail = (bounces: string) =>
      ada.touched('09:01', { channel: 'email', outcome: 'sent' }).touched(bounces, { channel: 'email', outcome: 'bounced' });
    given(mail('09:04')).when(inTarget('09:04:30')).then(none('pending'));
    given(mail('09:04')).when(inTarget()).then(breached);
    given(mail('09:06')).when(inTarget()).then(met);
  });

  it('a lead closed at its deadline is neither, one closed later is breached', () => {
    given(ada.disqualified('09:02')).when(inTarget('09:03')).then(none('closed_before_deadline'));
    given(ada.disqualified('09:05')).when(inTarget()).then(none('closed_before_deadline'));
    given(ada.disqualified('09:06')).when(inTarget()).then(breached);
    given(ada.called('09:01', 'ana').disqualified('09:02')).when(inTarget()).then(met);
  });

  it('a closing taken back leaves the lead waiting from its arrival', () => {
    const early = ada.disqualified('09:02').qualified('09:03');
    given(early).when(inTarget('09:04')).then(none('pending'));
    given(early).when(inTarget('09:05')).then(breached);
    const late = ada.disqualified('09:02').qualified('10:00');
    given(late).when(inTarget('09:59')).then(none('closed_before_deadline'));
    given(late).when(inTarget('10:00')).then(breached);
  });

  it('pauses move the deadline; one that falls on a pause waits for its end', () => {
    given(ada.paused('09:01').resumed('09:11').called('09:15', 'ana')).when(inTarget()).then(met);
    given(ada.paused('09:01').resumed('09:11').called('09:15:01', 'ana')).when(inTarget()).then(breached);
    const atIt = ada.paused('09:05').resumed('10:00');
    given(atIt).when(inTarget('09:59')).then(none('pending'));
    given(atIt).when(inTarget('10:00')).then(breached);
    given(ada.paused('09:01')).when(inTarget()).then(none('pending'));
    given(ada.paused('08:50').resumed('09:10').called('09:15', 'ana')).when(inTarget()).then(met);
  });

  it('a breach is the owner’s at the deadline, and its team’s then', () => {
    const story = lead('ada')
      .arrived('09:00', { owner: 'ana', team: 'north' })
      .assigned('09:04', 'luis', 'south')
      .assigned('09:06', 'rosa', 'west');
    given(story)
      .when(asking(answeredInTarget, { by: 'rep,team' }))
      .then({ key: { rep: 'luis', team: 'south' }, ...breached });
    given(story.called('09:02', 'eva'))
      .when(asking(answeredInTarget, { by: 'rep' }))
      .then({ key: { rep: 'eva' }, ...met });
  });

  it('says no_arrival of a lead that has none', () => {
    given(lead('ada').called('09:00', 'ana')).when(inTarget()).then(none('no_arrival'));
  });

  it('is judged by the policy in force at the arrival, the first by its order', () => {
    const policy = (id: string, order: number, answer_s: number) =>
      subject(id).tell('policy.set', '08:00', { order, match: { channel: ['web'] }, targets: { answer_s }, steps: [] });
    const strict = policy('a', 2, 60).tell('policy.set', '09:30', {
      order: 2,
      match: { channel: ['web'] },
      targets: { answer_s: 600 },
      steps: [],
    });
    const web = lead('ada').arrived('09:00', { channel: 'web' }).called('09:02', 'ana');
    given(strict, web).when(inTarget()).then(breached);
    given(strict, policy('b', 1, 120), web)
      .when(inTarget())
      .then(met);
    given(strict, lead('ada').arrived('10:00', { channel: 'web' }).called('10:10', 'ana'))
      .when(inTarget())
      .then(met);
    given(strict, lead('ada').arrived('09:00', { channel: 'phone' }).called('09:05', 'ana'))
      .when(inTarget())
      .then(met);
  });

  it('is judged by another policy once what that is chosen by is named', () => {
    const policy = subject('north').tell('policy.set', '08:00', {
      order: 1,
      match: { team: ['north'] },
      targets: { answer_s: 120 },
      steps: [],
    });
    const story = lead('ada').arrived('09:00').assigned('09:04', 'ana', 'north');
    given(policy, story).when(inTarget('09:03')).then(none('pending'));
    given(policy, story).when(inTarget('09:04')).then(breached);
  });

  it('deadlines run on working time whichever clock is asked', () => {
    const office = subject('office').tell('calendar.set', '08:00', {
      zone: 'UTC',
      week: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
      holidays: [],
    });
    const team = subject('north').tell('team.set', '08:00', { name: 'North', calendar: 'office' });
    const story = lead('ada').arrived('17:58', { team: 'north' }).called('tue 09:03', 'ana');
    given(office, team, story)
      .when(asking(answeredInTarget, { clock: 'wall', by: 'rep' }))
      .then({ key: { rep: 'ana' }, ...met });
  });
});
