import { asking, given } from '../testing/given.js';
import { lead, type Story, subject } from '../testing/story.js';
import { salesVelocity } from './sales-velocity.kpi.js';

const site = subject('site').tell('site.set', '08:00', { name: 'S', zone: 'UTC', locale: 'de-DE', currency: 'EUR' });
const stages = ['new', 'talk', 'offer'].map((id) => ({
  id,
  name: id,
  probability: 0.5,
  ...(id === 'talk' && { role: 'opportunity' as const }),
}));
const sales = subject('default').tell('pipeline.set', '08:00', { stages });
const of = (amount: number, currency = 'EUR') => ({ amount: { amount, currency } });

const arrived = (name: string): Story => lead(name).arrived('08:00');
/** Two opportunities, and one deal that is none yet. */
const open = [arrived('a').opened('09:00', 'talk'), arrived('b').opened('09:00').moved('10:00', 'offer'), arrived('c').opened('09:00')];
/** Won after two days, and after four; two lost: 150 EUR on average, a ratio of a half, three days. */
const closed = [
  arrived('d').opened('mon 09:00', 'new', of(100)).won('wed 09:00'),
  arrived('e').opened('mon 09:00', 'new', of(200)).won('fri 09:00'),
  arrived('f').opened('mon 09:00', 'talk').lost('wed 09:00'),
  arrived('g').opened('mon 09:00', 'talk').lost('fri 09:00'),
];

describe('sales velocity', () => {
  it('is open opportunities × win ratio × average deal size / mean cycle in days', () => {
    given(site, sales, ...open, ...closed)
      .when(asking(salesVelocity))
      .then({ value: 50, n: 2, currency: 'EUR', win_ratio: 0.5, deal_size: 150, cycle_days: 3, excluded: {} });
  });

  it('takes the three over the window, the open deals at the instant asked about', () => {
    given(site, sales, ...open, ...closed, arrived('h').opened('sat 09:00', 'talk'))
      .when(asking(salesVelocity, { from: '2026-11-04', to: '2026-11-05' }))
      .then({ n: 3, win_ratio: 0.5, deal_size: 100, cycle_days: 2, value: 75 });
  });

  it('is 0 without an open opportunity, and null where one of the three is', () => {
    given(site, sales, ...closed)
      .when(asking(salesVelocity))
      .then({ value: 0, n: 0 });
    given(site, sales, ...open)
      .when(asking(salesVelocity))
      .then({ value: null, n: 2, win_ratio: null, deal_size: null, cycle_days: null });
    given(site, sales, ...open, arrived('d').opened('09:00').won('10:00'))
      .when(asking(salesVelocity))
      .then({ value: null, n: 2, win_ratio: 1, deal_size: null, excluded: { no_amount: 1 } });
  });

  it('is null when the cycle is 0', () => {
    given(site, sales, ...open, arrived('d').opened('09:00', 'new', of(100)).won('09:00'))
      .when(asking(salesVelocity))
      .then({ value: null, cycle_days: 0 });
  });

  it('takes a deal that went back before the stage for no opportunity, nor one of a pipeline that marks none', () => {
    const back = arrived('h').opened('09:00', 'offer').moved('10:00', 'new');
    const other = arrived('i').opened('09:00', 'talk', { pipeline: 'plain' });
    given(site, sales, ...closed, back, other)
      .when(asking(salesVelocity))
      .then({ n: 0 });
  });

  it('is answered for each slice, by what that has', () => {
    const owned = (name: string, owner: string): Story => lead(name).arrived('08:00', { owner });
    given(site, sales, owned('a', 'ana').opened('09:00', 'talk'), owned('b', 'luis').opened('mon 09:00', 'new', of(90)).won('tue 09:00'))
      .when(asking(salesVelocity, { by: 'rep' }))
      .then(
        { key: { rep: 'ana' }, value: null, n: 1, currency: 'EUR' },
        { key: { rep: 'luis' }, value: 0, n: 0, deal_size: 90, cycle_days: 1 },
      );
  });
});
