import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { winRatio } from './win-ratio.kpi.js';

const site = subject('site').tell('site.set', '08:00', { name: 'S', zone: 'UTC', locale: 'de-DE', currency: 'EUR' });
const eur = (amount: number) => ({ amount: { amount, currency: 'EUR' } });
const usd = (amount: number) => ({ amount: { amount, currency: 'USD' } });

describe('win ratio', () => {
  it('is null while no deal is closed', () => {
    given(lead('ada').arrived('09:00').opened('10:00')).when(asking(winRatio)).then({ value: null, n: 0, won: 0, lost: 0, by_value: null });
  });

  it('is won of won and lost, at the close', () => {
    const stories = [lead('a').won('10:00'), lead('b').won('10:00'), lead('c').lost('10:00'), lead('d').won('tue 10:00')];
    given(...stories)
      .when(asking(winRatio))
      .then({ value: 0.75, n: 4, won: 3, lost: 1 });
    given(...stories)
      .when(asking(winRatio, { window: 'today' }, '12:00'))
      .then({ value: 2 / 3, n: 3 });
  });

  it('weighs by amount over closed deals that have one; null when no lost deal has', () => {
    const won = [lead('a').won('10:00', eur(300)), lead('b').won('10:00')];
    given(site, ...won, lead('c').lost('10:00', eur(100)))
      .when(asking(winRatio))
      .then({ n: 3, by_value: 0.75 });
    given(site, ...won, lead('c').lost('10:00'))
      .when(asking(winRatio))
      .then({ n: 3, by_value: null });
    given(site, lead('c').lost('10:00', eur(100)))
      .when(asking(winRatio))
      .then({ n: 1, by_value: 0 });
    given(site, lead('c').lost('10:00', eur(0)))
      .when(asking(winRatio))
      .then({ n: 1, by_value: null });
  });

  it('leaves an amount without a rate out of the weight alone', () => {
    given(site, lead('a').won('10:00', usd(900)), lead('b').won('10:00', eur(50)), lead('c').lost('10:00', eur(50)))
      .when(asking(winRatio))
      .then({ value: 2 / 3, n: 3, by_value: 0.5, excluded: {} });
  });

  it('adds up no mixture of currencies where no site says which', () => {
    given(lead('a').won('10:00', usd(3)), lead('b').lost('10:00', usd(1)))
      .when(asking(winRatio))
      .then({ by_value: 0.75 });
    given(lead('a').won('10:00', usd(3)), lead('b').lost('10:00', eur(1)))
      .when(asking(winRatio))
      .then({ by_value: null });
  });
});
