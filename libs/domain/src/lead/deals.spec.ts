import { at } from '../testing/clock-time.js';
import { lead, type Story } from '../testing/story.js';
import { foldSubject } from './fold-subject.js';

const dealOf = (story: Story) => foldSubject(story.events).state.deals[0];
const eur = (amount: number) => ({ amount, currency: 'EUR' });

describe('deals', () => {
  it('are opened in the pipeline default, with what they name', () => {
    const story = lead('ada').opened('09:00', 'new', { amount: eur(10.5), rep: 'ana', product: 'gold', expected_close: '2026-12-01' });
    expect(dealOf(story)).toEqual({
      id: 'd1',
      at: at('09:00'),
      order: 0,
      openedAt: at('09:00'),
      pipelines: [],
      stages: [{ at: at('09:00'), order: 0, pipeline: 'default', stage: 'new' }],
      amounts: [{ at: at('09:00'), amount: 105_000, currency: 'EUR' }],
      reps: [{ at: at('09:00'), value: 'ana' }],
      products: [{ at: at('09:00'), value: 'gold' }],
      outcomes: [],
      endedAgain: null,
      expectedClose: '2026-12-01',
    });
  });

  it('are opened by a change of stage, and move with the next, also into another pipeline', () => {
    const deal = dealOf(
      lead('ada').moved('09:00', 'talk', { rep: 'ana' }).moved('10:00', 'talk').moved('11:00', 'talk', { pipeline: 'renewal' }),
    );
    expect(deal).toMatchObject({ openedAt: at('09:00'), reps: [{ value: 'ana' }], pipelines: [{ at: at('11:00'), value: 'renewal' }] });
    expect(deal?.stages.map(({ pipeline, stage }) => `${pipeline} ${stage}`)).toEqual(['default talk', 'renewal talk']);
  });

  it('known by a win, a loss or a revision alone have neither opening nor stage', () => {
    expect(dealOf(lead('ada').won('09:00', { amount: eur(5) }))).toMatchObject({
      openedAt: null,
      stages: [],
      outcomes: [{ outcome: 'won' }],
    });
    expect(dealOf(lead('ada').lost('09:00', { reason: 'price' }))).toMatchObject({
      openedAt: null,
      outcomes: [{ outcome: 'lost', reason: 'price' }],
    });
    expect(dealOf(lead('ada').revised('09:00', { amount: eur(5), rep: 'ana' }))).toMatchObject({
      openedAt: null,
      stages: [],
      outcomes: [],
    });
  });

  it('the same outcome again names another amount and rep and keeps the first instant', () => {
    const deal = dealOf(
      lead('ada')
        .won('09:00', { amount: eur(5) })
        .won('10:00', { amount: eur(7), rep: 'luis' }),
    );
    expect(deal?.outcomes).toEqual([{ at: at('09:00'), order: 0, outcome: 'won', reason: null }]);
    expect(deal?.amounts.map(({ amount }) => amount)).toEqual([50_000, 70_000]);
    expect(deal?.reps).toEqual([{ at: at('10:00'), value: 'luis' }]);
  });

  it('the opposite outcome and a reopening take the place of the one before', () => {
    const deal = dealOf(lead('ada').opened('09:00').won('10:00').lost('11:00').reopened('12:00', 'offer').won('13:00'));
    expect(deal?.outcomes.map(({ outcome }) => outcome)).toEqual(['won', 'lost', 'open', 'won']);
    expect(deal?.stages.map(({ stage }) => stage)).toEqual(['new', 'offer']);
  });

  it('a change of stage while closed changes nothing, an opening while closed dates the opening', () => {
    const won = lead('ada').won('09:00', { amount: eur(5) });
    expect(dealOf(won.moved('10:00', 'talk', { rep: 'ana' }))).toEqual(dealOf(won));
    expect(dealOf(won.opened('10:00', 'talk', { amount: eur(6) }))).toMatchObject({
      openedAt: at('10:00'),
      stages: [],
      amounts: [{ amount: 50_000 }, { amount: 60_000 }],
    });
  });

  it('a reopening of an unknown or open deal enters the stage', () => {
    expect(dealOf(lead('ada').reopened('09:00', 'offer'))).toMatchObject({
      openedAt: at('09:00'),
      stages: [{ stage: 'offer' }],
      outcomes: [],
    });
  });

  it('an amount is named again when it is another, or in another currency, and only then', () => {
    const story = lead('ada')
      .opened('09:00', 'new', { amount: eur(5) })
      .revised('10:00', { amount: eur(5) });
    expect(dealOf(story)?.amounts).toEqual([{ amount: 50_000, currency: 'EUR', at: at('09:00') }]);
    const dollars = story.revised('11:00', { amount: { amount: 5, currency: 'USD' } }).revised('12:00', { amount: eur(5) });
    expect(dealOf(dollars)?.amounts.map(({ currency, at: when }) => [currency, when])).toEqual([
      ['EUR', at('09:00')],
      ['USD', at('11:00')],
      ['EUR', at('12:00')],
    ]);
  });

  it('an amount below a hundredth is exact', () => {
    expect(dealOf(lead('ada').revised('09:00', { amount: eur(0.0001) }))?.amounts[0]?.amount).toBe(1);
  });
});
