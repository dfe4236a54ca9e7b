import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { type Dimension, dealDimensions, isDimension, leadDimensions, openDealDimensions } from './dimension.js';
import { leadsCreated } from './leads-created.kpi.js';
import { monthlyRecurringRevenue } from './monthly-recurring-revenue.kpi.js';

const said = { owner: 'ana', team: 'north', origin: 'web', campaign: 'spring', channel: 'chat', segment: 'smb', product: 'gold' } as const;
const values: Readonly<Partial<Record<Dimension, string>>> = { ...said, rep: 'ana' };

describe('the slices of an answer', () => {
  it.each(leadDimensions)('of leads may go by %s', (dimension) => {
    given(lead('ada').arrived('09:00', said), lead('bob').arrived('09:00'))
      .when(asking(leadsCreated, { by: dimension }))
      .then({ key: { [dimension]: values[dimension] }, value: 1 }, { key: { [dimension]: null }, value: 1 });
    given(lead('ada').arrived('09:00', said), lead('bob').arrived('09:00'))
      .when(asking(leadsCreated, { [dimension]: values[dimension] ?? '' }))
      .then({ key: {}, value: 1 });
  });

  it('of subscriptions go by their rep and team too', () => {
    given(subject('s').subscribed('09:00', 'k', 10, { rep: 'ana' }), subject('t').subscribed('09:00', 'l', 20, { rep: 'luis' }))
      .when(asking(monthlyRecurringRevenue, { by: 'rep' }))
      .then({ key: { rep: 'ana' }, value: 10 }, { key: { rep: 'luis' }, value: 20 });
    given(
      subject('ana').tell('rep.set', '08:00', { name: 'Ana', team: 'north', active: true }),
      subject('s').subscribed('09:00', 'k', 10, { rep: 'ana' }),
    )
      .when(asking(monthlyRecurringRevenue, { team: 'north' }))
      .then({ value: 10 });
  });

  it('are known by their names alone', () => {
    expect([...openDealDimensions, 'customer', 'lead', 'actor', 'direction', 'outcome'].every(isDimension)).toBe(true);
    expect(['', 'colour', 'Rep'].some(isDimension)).toBe(false);
    expect(dealDimensions).toEqual([...leadDimensions, 'pipeline']);
  });
});
