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
});
