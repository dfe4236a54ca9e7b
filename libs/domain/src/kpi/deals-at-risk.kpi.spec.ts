import { asking, given } from '../testing/given.js';
import { lead } from '../testing/story.js';
import { dealsAtRisk } from './deals-at-risk.kpi.js';

const deal = lead('ada').arrived('08:00').opened('09:00');

/** Deals at risk at each time. */
const over = (story: typeof deal, expected: Readonly<Record<string, number>>): void => {
  for (const [time, value] of Object.entries(expected))
    given(story)
      .when(asking(dealsAtRisk, {}, time))
      .then({ value, n: value });
};

describe('deals at risk', () => {
  it('counts an open deal from exactly 14 × 24 hours after its opening', () => {
    over(deal, { '12:00': 0, 'mon+2 08:59:59.999': 0, 'mon+2 09:00': 1, 'mon+9 09:00': 1 });
  });

  it('begins again with a change of stage and with a touch by a person', () => {
    over(deal.moved('tue 09:00', 'talk'), { 'mon+2 09:00': 0, 'tue+2 09:00': 1 });
    over(deal.called('wed 09:00', 'ana'), { 'tue+2 09:00': 0, 'wed+2 09:00': 1 });
    over(deal.touched('wed 09:00', { channel: 'email', direction: 'inbound' }), { 'mon+2 09:00': 0, 'wed+2 09:00': 1 });
  });

  it('ends with a touch that comes late, and comes back', () => {
    over(deal.called('tue+2 09:00', 'ana'), { 'mon+2 09:00': 1, 'tue+2 09:00': 0, 'tue+4 08:59': 0, 'tue+4 09:00': 1 });
  });

  it('is not put off by a machine, a task, a revision or another status', () => {
    const busy = deal
      .touched('wed 09:00', { touchpoint: 'a', actor: 'automated', channel: 'email' })
      .touched('wed 09:00', { touchpoint: 't', channel: 'task' })
      .revised('wed 09:00', { product: 'gold' })
      .qualified('wed 09:00')
      .assigned('wed 09:00', 'luis');
    over(busy, { 'mon+2 08:59': 0, 'mon+2 09:00': 1 });
  });

  it('counts a touch from before the opening, too', () => {
    over(lead('ada').arrived('08:00').called('tue 09:00', 'ana').revised('wed 09:00', { product: 'gold' }), {
      'tue+2 08:59': 0,
      'tue+2 09:00': 1,
    });
  });

  it('counts a deal that was never opened from when it is known', () => {
    over(lead('ada').revised('wed 09:00', { product: 'gold' }), { 'wed+2 08:59': 0, 'wed+2 09:00': 1 });
  });

  it('has none that is won or lost, and one that is open again from 14 days after', () => {
    over(deal.lost('mon+3 09:00').reopened('wed+3 09:00'), { 'sun+2 09:00': 1, 'mon+3 09:00': 0, 'wed+3 09:00': 0, 'wed+5 09:00': 1 });
    over(deal.won('tue 09:00'), { 'mon+2 09:00': 0 });
  });

  it('belongs to who has the deal at the instant', () => {
    const handed = lead('ada').arrived('08:00', { owner: 'ana' }).opened('09:00').assigned('wed+2 09:00', 'luis');
    given(handed)
      .when(asking(dealsAtRisk, { by: 'rep' }, 'tue+2 09:00'))
      .then({ key: { rep: 'ana' }, value: 1 });
    given(handed)
      .when(asking(dealsAtRisk, { by: 'rep' }, 'thu+2 09:00'))
      .then({ key: { rep: 'luis' }, value: 1 });
  });
});
