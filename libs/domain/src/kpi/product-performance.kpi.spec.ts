import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { productPerformance } from './product-performance.kpi.js';

const site = subject('site').tell('site.set', '08:00', { name: 'S', zone: 'UTC', locale: 'de-DE', currency: 'EUR' });
const of = (amount: number, currency = 'EUR') => ({ amount: { amount, currency } });
const hour = 3600;

const deal = (name: string, product?: string) =>
  lead(name)
    .arrived('09:00', { owner: 'ana' })
    .opened('10:00', 'new', product === undefined ? {} : { product });

describe('product performance', () => {
  it('has no group while no deal is closed', () => {
    given(site, deal('a', 'gold')).when(asking(productPerformance)).then();
  });

  it('is revenue, wins, win ratio and cycle of each product, no product last', () => {
    given(
      site,
      deal('a', 'gold').won('11:00', of(100)),
      deal('b', 'gold').won('13:00', of(50)),
      deal('c', 'gold').lost('12:00', of(900)),
      deal('d').won('12:00'),
      deal('e', 'tin').lost('12:00'),
    )
      .when(asking(productPerformance))
      .then(
        {
          key: { product: 'gold' },
          value: 150,
          n: 2,
          currency: 'EUR',
          won: 2,
          win_ratio: 2 / 3,
          cycle_median: 3 * hour,
          cycle_mean: 3 * hour,
          excluded: {},
        },
        { key: { product: 'tin' }, value: 0, n: 0, currency: 'EUR', won: 0, win_ratio: 0, cycle_median: null, cycle_mean: null },
        { key: { product: null }, value: 0, n: 0, won: 1, win_ratio: 1, cycle_median: 3 * hour },
      );
  });

  it('takes the lead’s product where the deal names none, and the one last named', () => {
    const ada = lead('ada').arrived('09:00', { product: 'gold' }).opened('10:00').won('11:00', of(100));
    given(site, ada)
      .when(asking(productPerformance))
      .then({ key: { product: 'gold' }, value: 100 });
    given(site, ada.revised('12:00', { product: 'tin' }))
      .when(asking(productPerformance))
      .then({ key: { product: 'tin' }, value: 100, won: 1, cycle_median: 2 * hour });
  });

  it('counts closes in the window, sliced by one more dimension', () => {
    given(site, deal('a', 'gold').won('11:00', of(100)), deal('b', 'gold').won('tue 11:00', of(50)))
      .when(asking(productPerformance, { window: 'today', by: 'rep' }, 'tue 12:00'))
      .then({ key: { rep: 'ana', product: 'gold' }, value: 50, n: 1, won: 1 });
  });

  it('adds up no amount without a rate, and says what it leaves out', () => {
    given(
      site,
      deal('a', 'gold').won('11:00', of(100)),
      deal('b', 'gold').won('11:00', of(70, 'USD')),
      lead('c').opened('10:00', 'new', { product: 'gold' }).won('11:00', of(1)),
    )
      .when(asking(productPerformance))
      .then({ key: { product: 'gold' }, value: 101, n: 2, won: 3, excluded: { no_rate: 1, no_arrival: 1 } });
  });
});
