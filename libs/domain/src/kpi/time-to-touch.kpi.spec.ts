import { emptyConfiguration } from '../configuration/configuration.js';
import { at } from '../testing/clock-time.js';
import { asking, factsOfStories, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { parseAsking } from './asking.js';
import { timeToTouch } from './time-to-touch.kpi.js';

describe('time-to-touch', () => {
  it('is empty while nobody has answered', () => {
    given(lead('ada').arrived('09:00').assigned('09:00', 'luis'))
      .when(asking(timeToTouch))
      .then({ key: {}, value: null, n: 0, excluded: {} });
  });

  it('counts from when the owner got the lead, not the owner before him, nor the arrival', () => {
    given(lead('ada').arrived('08:00').assigned('09:00', 'luis').assigned('09:10', 'ana').called('09:13', 'ana'))
      .when(asking(timeToTouch, { by: 'rep' }))
      .then({ key: { rep: 'ana' }, value: 180, n: 1 });
  });

  it('is the owner’s, whoever answers', () => {
    given(lead('ada').arrived('09:00').assigned('09:01', 'luis').called('09:05', 'ana'))
      .when(asking(timeToTouch, { by: 'rep' }))
      .then({ key: { rep: 'luis' }, value: 240, n: 1 });
  });

  it('does not begin again when the present owner is named, and ends at the first answer', () => {
    given(lead('ada').arrived('09:00').assigned('09:01', 'luis').assigned('09:04', 'luis').called('09:06', 'luis').called('09:20', 'luis'))
      .when(asking(timeToTouch))
      .then({ value: 300, n: 1 });
  });

  it('begins at a handover, and at the instant of the answer is 0 s', () => {
    given(lead('ada').arrived('09:00').assigned('09:01', 'luis').handedOver('09:06', 'luis', 'ana').called('09:06', 'ana'))
      .when(asking(timeToTouch, { by: 'rep' }))
      .then({ key: { rep: 'ana' }, value: 0, n: 1 });
  });

  it('leaves out a lead that nobody owned when it was answered, also if somebody had given it back', () => {
    given(
      lead('ada').arrived('09:00').called('09:05', 'ana'),
      lead('bob').arrived('09:00', { owner: 'luis' }).assigned('09:01', null).called('09:05', 'ana'),
    )
      .when(asking(timeToTouch, { by: 'rep' }))
      .then({ key: { rep: null }, value: null, n: 0, excluded: { unassigned: 2 } });
  });

  it('counts from an ownership that is older than the arrival', () => {
    given(lead('ada').assigned('08:30', 'luis').arrived('09:00').called('09:10', 'luis'))
      .when(asking(timeToTouch))
      .then({ value: 2400, n: 1 });
  });

  it('is that of the answer that stands: one that bounced is none from then on', () => {
    const ada = lead('ada')
      .arrived('09:00', { owner: 'luis' })
      .touched('09:02', { channel: 'email', rep: 'luis' })
      .touched('09:20', { channel: 'email', outcome: 'bounced' })
      .called('09:10', 'luis');
    given(ada)
      .when(asking(timeToTouch, {}, '09:19'))
      .then({ value: 120 });
    given(ada).when(asking(timeToTouch)).then({ value: 600, n: 1 });
  });

  it('goes by the clock that is asked, pauses off both', () => {
    const office = subject('office').tell('calendar.set', '08:00', {
      zone: 'UTC',
      week: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
      holidays: [],
    });
    const north = subject('north').tell('team.set', '08:00', { name: 'North', calendar: 'office' });
    const story = lead('ada').arrived('17:00', { team: 'north' }).assigned('17:30', 'luis').called('tue 09:05', 'luis');
    given(office, north, story).when(asking(timeToTouch)).then({ value: 2100, n: 1 });
    given(office, north, story)
      .when(asking(timeToTouch, { clock: 'wall' }))
      .then({ value: 56_100, n: 1 });
    const paused = lead('bob').arrived('09:00').assigned('09:01', 'luis').paused('09:02').resumed('09:12').called('09:15', 'luis');
    given(paused)
      .when(asking(timeToTouch, { clock: 'wall' }))
      .then({ value: 240, n: 1 });
  });

  it('needs no row beside the answer’s, where the owner answers; the row then shows how long he had had the lead', () => {
    const facts = factsOfStories([lead('ada').arrived('09:00').assigned('09:01', 'luis').called('09:05', 'luis')]);
    expect(facts.filter(({ kind }) => kind === 'handling')).toEqual([]);
    const parsed = parseAsking(timeToTouch, {}, { configuration: emptyConfiguration, now: at('12:00') });
    const shown = facts.flatMap((fact) => (parsed.ok && fact.kind === 'response' ? [timeToTouch.measure(fact, parsed.asking)] : []));
    expect(shown).toEqual([240_000]);
  });

  it('counts a lead without arrival as such where no window is asked', () => {
    given(lead('ada').assigned('09:00', 'luis').called('09:05', 'luis'))
      .when(asking(timeToTouch))
      .then({ value: null, n: 0, excluded: { no_arrival: 1 } });
  });
});
