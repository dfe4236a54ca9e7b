import { asking, given } from '../testing/given.js';
import { lead } from '../testing/story.js';
import { repActivity } from './rep-activity.kpi.js';

const call = { touchpoint: 'c', rep: 'luis' };

describe('rep activity', () => {
  it('is 0 while nobody does anything', () => {
    given(lead('ada').arrived('09:00', { owner: 'luis' }))
      .when(asking(repActivity))
      .then({ value: 0, n: 0, talk_s: 0 });
  });

  it('counts touchpoints in and out, by anybody, tasks and those before the arrival too', () => {
    given(
      lead('ada')
        .called('08:00', 'luis')
        .arrived('09:00')
        .touched('09:01', { touchpoint: 'bot', channel: 'sms', actor: 'automated' })
        .touched('09:02', { touchpoint: 'in', channel: 'email', direction: 'inbound' })
        .touched('09:03', { touchpoint: 'todo', channel: 'task' }),
    )
      .when(asking(repActivity))
      .then({ value: 4, n: 4 });
  });

  it('counts a touchpoint once, at its start, under its latest outcome as of the instant asked about', () => {
    const ada = lead('ada')
      .arrived('09:00')
      .touched('09:10', { ...call, outcome: 'no_answer' })
      .touched('11:10', { ...call, outcome: 'connected' });
    given(ada)
      .when(asking(repActivity, { by: 'outcome' }))
      .then({ key: { outcome: 'connected' }, value: 1 });
    given(ada)
      .when(asking(repActivity, { by: 'outcome' }, '11:09'))
      .then({ key: { outcome: 'no_answer' }, value: 1 });
    given(ada)
      .when(asking(repActivity, { window: '1h' }, '11:30'))
      .then({ value: 0 });
  });

  it('adds up the talk of connected calls alone, the duration last named', () => {
    given(
      lead('ada')
        .arrived('09:00')
        .touched('09:10', { ...call, outcome: 'connected', duration_s: 10 })
        .touched('09:20', { ...call, duration_s: 12.5 })
        .touched('09:30', { touchpoint: 'v', rep: 'luis', outcome: 'voicemail', duration_s: 100 })
        .touched('09:40', { touchpoint: 'm', channel: 'meeting', outcome: 'connected', duration_s: 1000 }),
    )
      .when(asking(repActivity))
      .then({ value: 3, talk_s: 12.5 });
  });

  it('is the touchpoint’s own rep’s and nobody else’s; channel is the touchpoint’s; three slices at a time', () => {
    given(
      lead('ada')
        .arrived('09:00', { owner: 'ana', channel: 'web' })
        .touched('09:10', { touchpoint: 'a' })
        .touched('09:11', { ...call, channel: 'email', direction: 'inbound' }),
    )
      .when(asking(repActivity, { by: 'rep,channel,direction' }))
      .then(
        { key: { rep: 'luis', channel: 'email', direction: 'inbound' }, value: 1 },
        { key: { rep: null, channel: 'call', direction: 'outbound' }, value: 1 },
      );
  });

  it('is told by who acted: a person, a machine, an assistant', () => {
    const ada = lead('ada').arrived('09:00').touched('09:10', { touchpoint: 'a' });
    given(ada.touched('09:11', { touchpoint: 'b', actor: 'ai' }).touched('09:12', { touchpoint: 'd', actor: 'ai', direction: 'inbound' }))
      .when(asking(repActivity, { by: 'actor' }))
      .then({ key: { actor: 'ai' }, value: 2 }, { key: { actor: 'human' }, value: 1 });
  });

  it('forgets a touchpoint that was retracted, and moves one that was corrected to another rep', () => {
    const ada = lead('ada').arrived('09:00').called('09:10', 'luis').called('09:20', 'luis');
    given(ada.retracted('10:00', 'call-09:10').corrected('10:01', 'call-09:20', { rep: 'eve' }))
      .when(asking(repActivity, { by: 'rep' }, '09:30'))
      .then({ key: { rep: 'eve' }, value: 1 });
  });
});
