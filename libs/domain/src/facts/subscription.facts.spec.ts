import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { type Story, subject } from '../testing/story.js';

const rowsOf = (part: string, ...stories: readonly Story[]) =>
  factsOfStories(stories).filter((fact) => fact.kind === 'subscription' && fact.part === part);
const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('facts of a subscription', () => {
  it('say what it pays while it is live, cut where that changes', () => {
    const story = subject('s1').subscribed('09:00', 'k1', 100).repriced('10:00', 150, 'upsell').unsubscribed('11:00');
    expect(rowsOf('live', story).map(({ from, until, value, since, item }) => [from, until, value, since, item])).toEqual([
      [at('09:00'), at('10:00'), 1_000_000, at('09:00'), 'k1'],
      [at('10:00'), at('11:00'), 1_500_000, at('09:00'), 'k1'],
    ]);
    expect(rowsOf('change', story).map(({ at: when, value, outcome }) => [when, value, outcome])).toEqual([
      [at('09:00'), 1_000_000, 'started'],
      [at('10:00'), 500_000, 'upsell'],
      [at('11:00'), -1_500_000, 'cancelled'],
    ]);
  });

  it('stand with the team of the rep as of each instant, unless a team is named', () => {
    const ana = (time: string, team: string) => subject('ana').tell('rep.set', time, { name: 'Ana', team, active: true }, { id: time });
    const teams = [ana('08:00', 'north'), ana('10:00', 'south')];
    expect(rowsOf('live', ...teams, subject('s1').subscribed('09:00', 'k1', 1, { rep: 'ana' })).map(({ team }) => team)).toEqual([
      'north',
      'south',
    ]);
    expect(
      rowsOf('live', ...teams, subject('s1').subscribed('09:00', 'k1', 1, { rep: 'ana', team: 'west' })).map(({ team }) => team),
    ).toEqual(['west']);
  });

  it('are two where it moves into another currency: the old sum goes, the new one comes', () => {
    const story = subject('s1')
      .subscribed('09:00', 'k1', 100)
      .tell('subscription.changed', '10:00', { mrr: usd(130), kind: 'upsell' });
    expect(rowsOf('change', story).slice(1)).toMatchObject([
      { value: -1_000_000, currency: 'EUR', excluded: 'currency_changed' },
      { value: 1_300_000, currency: 'USD', excluded: 'currency_changed' },
    ]);
  });

  it('tell of what was said while it was not live, as excluded', () => {
    expect(rowsOf('change', subject('s1').repriced('09:00', 10, 'upsell').unsubscribed('10:00'))).toMatchObject([
      { outcome: 'upsell', value: 0, excluded: 'not_live' },
      { outcome: 'cancelled', value: 0, excluded: 'not_live' },
    ]);
  });

  it('begin again after an end, each time with a stock of its own that no other one reaches into', () => {
    const story = subject('s1').subscribed('09:00', 'k1', 1).unsubscribed('10:00').subscribed('11:00', 'k1', 2).repriced('12:00', 3);
    expect(rowsOf('live', story).map(({ from, until, value, since }) => [from, until, value, since])).toEqual([
      [at('09:00'), at('10:00'), 10_000, at('09:00')],
      [at('11:00'), at('12:00'), 20_000, at('11:00')],
      [at('12:00'), null, 30_000, at('11:00')],
    ]);
    expect(rowsOf('change', story).map(({ outcome }) => outcome)).toEqual(['started', 'cancelled', 'restarted', 'price']);
  });

  it('are one stock of what is said again, or changed at the instant at which it began', () => {
    const again = subject('s1').subscribed('09:00', 'k1', 1).subscribed('10:00', 'k1', 2);
    expect(rowsOf('live', again).map(({ from, value, since }) => [from, value, since])).toEqual([
      [at('09:00'), 10_000, at('09:00')],
      [at('10:00'), 20_000, at('09:00')],
    ]);
    const atOnce = subject('s1').subscribed('09:00', 'k1', 1).repriced('09:00', 2);
    expect(rowsOf('live', atOnce).map(({ from, value, since }) => [from, value, since])).toEqual([[at('09:00'), 20_000, at('09:00')]]);
  });

  it('have no stock of one that ends at the instant at which it begins, and change no currency by an end', () => {
    const story = subject('s1').subscribed('09:00', 'k1', 1).unsubscribed('09:00');
    expect(rowsOf('live', story)).toEqual([]);
    expect(rowsOf('change', story)).toMatchObject([
      { value: 10_000, currency: 'EUR', excluded: null },
      { value: -10_000, currency: 'EUR', excluded: null },
    ]);
  });

  it('are one change where another currency comes after the end', () => {
    const story = subject('s1').subscribed('09:00', 'k1', 1).unsubscribed('10:00');
    const dollars = story.tell('subscription.started', '11:00', { customer: 'k1', mrr: usd(2) });
    expect(rowsOf('change', dollars).slice(2)).toMatchObject([{ value: 20_000, currency: 'USD', excluded: null }]);
  });
});
