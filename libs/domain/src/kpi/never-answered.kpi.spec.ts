import { asking, given } from '../testing/given.js';
import { lead } from '../testing/story.js';
import { neverAnswered } from './never-answered.kpi.js';

const thirtyDaysLater = '2026-12-02T09:00:00Z';

describe('never-answered', () => {
  it('is null while nobody has arrived', () => {
    given().when(asking(neverAnswered)).then({ key: {}, value: null, n: 0, excluded: {} });
  });

  it('is the share that was closed without an answer; who still waits is none', () => {
    given(
      lead('ada').arrived('09:00').called('09:05', 'ana').disqualified('10:00'),
      lead('bob').arrived('09:00').disqualified('10:00'),
      lead('cleo').arrived('09:00'),
      lead('dan').arrived('09:00').disqualified('10:00').qualified('11:00'),
    )
      .when(asking(neverAnswered))
      .then({ value: 0.25, n: 4 });
  });

  it('takes a lead that is thirty days old to the millisecond', () => {
    const ada = lead('ada').arrived('09:00');
    given(ada)
      .when(asking(neverAnswered, {}, '2026-12-02T08:59:59.999Z'))
      .then({ value: 0, n: 1 });
    given(ada)
      .when(asking(neverAnswered, {}, thirtyDaysLater))
      .then({ value: 1, n: 1 });
  });

  it('lets a lead go when it is answered after all, and takes it again when that bounces', () => {
    const ada = lead('ada')
      .arrived('09:00')
      .touched('2026-12-05T09:00:00Z', { channel: 'email', outcome: 'sent' })
      .touched('2026-12-06T09:00:00Z', { channel: 'email', outcome: 'bounced' });
    given(ada)
      .when(asking(neverAnswered, {}, '2026-12-04T09:00:00Z'))
      .then({ value: 1 });
    given(ada)
      .when(asking(neverAnswered, {}, '2026-12-05T09:00:00Z'))
      .then({ value: 0 });
    given(ada)
      .when(asking(neverAnswered, {}, '2026-12-06T09:00:00Z'))
      .then({ value: 1 });
  });

  it('takes a lead whose deals have all ended, and a machine’s message for no answer', () => {
    given(lead('ada').arrived('09:00').touched('09:01', { channel: 'email', actor: 'automated' }).opened('10:00').lost('11:00'))
      .when(asking(neverAnswered))
      .then({ value: 1, n: 1 });
  });

  it('is the first owner’s, and counts apart a lead that has not arrived', () => {
    given(lead('ada').arrived('09:00', { owner: 'luis' }).assigned('09:30', 'ana').disqualified('10:00'), lead('bob').disqualified('10:00'))
      .when(asking(neverAnswered, { by: 'rep' }))
      .then({ key: { rep: 'luis' }, value: 1, n: 1 }, { key: { rep: null }, value: null, n: 0, excluded: { no_arrival: 1 } });
  });
});
