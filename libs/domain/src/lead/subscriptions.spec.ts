import { at } from '../testing/clock-time.js';
import { subject } from '../testing/story.js';
import { foldSubject } from './fold-subject.js';

const historyOf = (story: ReturnType<typeof subject>) => foldSubject(story.events).state.other?.subscription ?? [];
const s = subject('s1');

describe('a subscription', () => {
  it('is live from its start to its end, and begins anew when it is started again', () => {
    const history = historyOf(
      s.subscribed('09:00', 'k1', 100, { product: 'gold', rep: 'ana' }).unsubscribed('10:00').subscribed('11:00', 'k2', 80),
    );
    expect(history.map(({ step, since, customer, mrr, product, rep }) => [step, since, customer, mrr, product, rep])).toEqual([
      ['started', at('09:00'), 'k1', 1_000_000, 'gold', 'ana'],
      ['cancelled', null, 'k1', 0, 'gold', 'ana'],
      ['restarted', at('11:00'), 'k2', 800_000, 'gold', 'ana'],
    ]);
  });

  it('goes on for its customer when it is started while it is live', () => {
    const history = historyOf(s.subscribed('09:00', 'k1', 100).subscribed('10:00', 'k2', 120, { product: 'silver' }));
    expect(history.at(-1)).toMatchObject({ step: 'revised', since: at('09:00'), customer: 'k1', mrr: 1_200_000, product: 'silver' });
  });

  it('is not touched by a change before it began, after it ended, or by a second end', () => {
    const history = historyOf(
      s.repriced('08:00', 70).subscribed('09:00', 'k1', 100).unsubscribed('10:00').repriced('11:00', 90).unsubscribed('12:00'),
    );
    expect(history.map(({ step, since, mrr }) => [step, since, mrr])).toEqual([
      ['ignored', null, 0],
      ['started', at('09:00'), 1_000_000],
      ['cancelled', null, 0],
      ['ignored', null, 0],
      ['ignored', null, 0],
    ]);
  });

  it('is changed by a late event in its place', () => {
    expect(historyOf(s.unsubscribed('12:00').subscribed('09:00', 'k1', 100)).map(({ step }) => step)).toEqual(['started', 'cancelled']);
  });
});
