import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { leadResponseTime } from './lead-response-time.kpi.js';

const ada = lead('ada').arrived('09:00', { owner: 'ana' });
const responseTime = (asOf?: string) => asking(leadResponseTime, {}, asOf);
const seconds = (value: number) => ({ value, n: 1, excluded: {} });
const none = (reason: string) => ({ value: null, n: 0, excluded: { [reason]: 1 } });

describe('lead-response-time', () => {
  it('is null while nothing has come', () => {
    given().when(responseTime()).then({ value: null, n: 0, mean: null, median: null, p90: null, p95: null, excluded: {} });
  });

  it('counts from the arrival to the first answer, not to the second', () => {
    given(ada.called('09:07', 'luis').called('09:02', 'ana')).when(responseTime()).then(seconds(120));
  });

  it('says unanswered until the very instant of the answer', () => {
    const story = ada.called('09:02', 'ana');
    given(story).when(responseTime('09:01:59.999')).then(none('unanswered'));
    given(story).when(responseTime('09:02')).then(seconds(120));
  });

  it('is not answered by machines, tasks, inbound messages, pauses, claims or status changes', () => {
    const story = ada
      .touched('09:01', { channel: 'email', actor: 'automated' })
      .touched('09:02', { channel: 'chat', actor: 'ai', outcome: 'replied' })
      .touched('09:03', { channel: 'task' })
      .touched('09:04', { touchpoint: 'in', channel: 'email', direction: 'inbound' })
      .touched('09:05', { touchpoint: 'missed', direction: 'inbound', outcome: 'no_answer' })
      .paused('09:06')
      .resumed('09:07')
      .claimed('09:08', 'ana')
      .qualified('09:09');
    given(story).when(responseTime()).then(none('unanswered'));
  });

  it('is answered by an attempt: a voicemail, an unanswered call', () => {
    given(ada.called('09:03', 'ana', 'voicemail'))
      .when(responseTime())
      .then(seconds(180));
  });

  it('is answered by an inbound call when it is connected, whenever it began', () => {
    const rings = ada.touched('09:01', { direction: 'inbound', outcome: 'no_answer' });
    given(rings.touched('09:04', { direction: 'inbound', outcome: 'connected' }))
      .when(responseTime())
      .then(seconds(240));
  });

  it('is answered by an e-mail until it bounces, then by the next answer', () => {
    const story = ada
      .touched('09:01', { channel: 'email', outcome: 'sent' })
      .touched('09:10', { channel: 'email', outcome: 'bounced' })
      .called('09:15', 'ana');
    given(story).when(responseTime('09:09')).then(seconds(60));
    given(story).when(responseTime('09:10')).then(none('unanswered'));
    given(story).when(responseTime()).then(seconds(900));
  });

  it('passes over a call that was corrected to a wrong number, at all times', () => {
    const story = ada
      .called('09:01', 'ana', 'connected')
      .called('09:05', 'ana')
      .corrected('11:00', 'call-09:01', { outcome: 'wrong_number' });
    given(story).when(responseTime('09:02')).then(none('unanswered'));
    given(story).when(responseTime()).then(seconds(300));
  });

  it('passes over what is retracted, be it the touchpoint or the event', () => {
    given(ada.called('09:01', 'ana').called('09:05', 'ana').retracted('10:00', 'call-09:01')).when(responseTime()).then(seconds(300));
    given(ada.called('09:01', 'ana').called('09:05', 'ana').takenBack('10:00', 'e2')).when(responseTime()).then(seconds(300));
  });

  it('is before_arrival with only a touchpoint before the arrival that would have answered', () => {
    const story = lead('ada').called('08:59', 'ana').arrived('09:00');
    given(story).when(responseTime()).then(none('before_arrival'));
    given(story.called('09:01', 'ana')).when(responseTime()).then(seconds(60));
    given(lead('ada').touched('08:59', { channel: 'task' }).arrived('09:00'))
      .when(responseTime())
      .then(none('unanswered'));
    given(lead('ada').touched('08:50', { direction: 'inbound', outcome: 'connected' }).arrived('09:00'))
      .when(responseTime())
      .then(none('before_arrival'));
  });

  it('is 0 with a touch at the arrival, and with an inbound call that still goes on at it', () => {
    const calls = (duration_s: number) =>
      lead('ada').touched('08:58', { direction: 'inbound', outcome: 'connected', duration_s }).arrived('09:00').called('09:01', 'ana');
    given(ada.called('09:00', 'ana')).when(responseTime()).then(seconds(0));
    given(calls(120)).when(responseTime()).then(seconds(0));
    given(calls(119)).when(responseTime()).then(seconds(60));
  });

  it('says no_arrival of a lead that has none, where no window is asked', () => {
    given(lead('ada').called('09:00', 'ana')).when(responseTime()).then(none('no_arrival'));
  });

  it('credits who answered, else the owner then; of two at one instant the first in the order', () => {
    const by = asking(leadResponseTime, { by: 'rep' });
    given(ada.touched('09:02', { rep: 'luis' }))
      .when(by)
      .then({ key: { rep: 'luis' }, ...seconds(120) });
    given(ada.assigned('09:01', 'rosa').touched('09:02'))
      .when(by)
      .then({ key: { rep: 'rosa' }, ...seconds(120) });
    const tie = ada
      .touched('09:02', { touchpoint: 'a', rep: 'luis' }, { id: 'z' })
      .touched('09:02', { touchpoint: 'b', rep: 'rosa' }, { id: 'y' });
    given(tie)
      .when(by)
      .then({ key: { rep: 'rosa' }, ...seconds(120) });
  });

  it('credits an exclusion to the first owner, and the team of a rep whom the configuration knows', () => {
    const luis = subject('luis').tell('rep.set', '08:00', { name: 'Luis', team: 'north', active: false });
    given(ada)
      .when(asking(leadResponseTime, { by: 'rep' }))
      .then({ key: { rep: 'ana' }, ...none('unanswered') });
    given(luis, ada.called('09:02', 'luis'), lead('bob').arrived('09:00').called('09:03', 'xia'))
      .when(asking(leadResponseTime, { by: 'team' }))
      .then({ key: { team: 'north' }, ...seconds(120) }, { key: { team: null }, ...seconds(180) });
  });

  it('takes pauses off both clocks, and nights off the working clock', () => {
    const office = subject('office').tell('calendar.set', '08:00', {
      zone: 'UTC',
      week: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
      holidays: [],
    });
    const team = subject('north').tell('team.set', '08:00', { name: 'North', calendar: 'office' });
    const story = lead('ada').arrived('17:50', { team: 'north' }).paused('17:55').resumed('tue 09:10').called('tue 09:20', 'ana');
    given(office, team, story)
      .when(asking(leadResponseTime))
      .then(seconds(15 * 60));
    given(office, team, story)
      .when(asking(leadResponseTime, { clock: 'wall' }))
      .then(seconds(15 * 60));
    const night = lead('ada').arrived('17:50', { team: 'north' }).called('tue 09:20', 'ana');
    given(office, team, night)
      .when(asking(leadResponseTime))
      .then(seconds(30 * 60));
    given(office, team, night)
      .when(asking(leadResponseTime, { clock: 'wall' }))
      .then(seconds(15.5 * 3600));
  });

  it('counts as an answer what the policy says, chosen by what the lead first named', () => {
    const policy = subject('mail').tell('policy.set', '08:00', {
      order: 1,
      match: { origin: ['event'], team: ['north'] },
      targets: {},
      counts: { outbound: ['email'], inbound: ['email'], actors: ['human', 'ai'], unless: ['opened'] },
      steps: [],
    });
    const touched = (story: typeof ada) =>
      story
        .called('09:01', 'ana')
        .touched('09:02', { channel: 'sms', direction: 'inbound', outcome: 'connected' })
        .touched('09:03', { channel: 'email', actor: 'ai', outcome: 'opened' })
        .touched('09:04', { touchpoint: 'ai', channel: 'email', actor: 'ai', outcome: 'bounced' });
    given(policy, touched(lead('ada').arrived('09:00', { origin: 'event', team: 'north' })))
      .when(responseTime())
      .then(seconds(240));
    given(policy, touched(lead('ada').arrived('09:00', { origin: 'event' })))
      .when(responseTime())
      .then(seconds(60));
  });

  it('gives the percentiles by linear interpolation', () => {
    const leads = [60, 120, 240].map((_, i) =>
      lead(`l${i}`)
        .arrived('09:00')
        .called(['09:01', '09:02', '09:04'][i] ?? '', 'ana'),
    );
    given(...leads)
      .when(responseTime())
      .then({ value: 120, n: 3, mean: 140, median: 120, p90: 216, p95: 228 });
  });
});
