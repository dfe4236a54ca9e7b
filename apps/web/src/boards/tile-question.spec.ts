import { addressOf, firstQuestion, inForm, paramsOf, questionOf, tileAsking } from './tile-question.js';

const definition = {
  name: 'win-ratio',
  shape: 'flow',
  dimensions: ['rep', 'team', 'origin'],
  parameters: { basis: { values: [], default: '' } },
};
const tile = { id: 'a', ...tileAsking(firstQuestion(definition)) };

describe('what a tile asks', () => {
  it('is of today at first where the KPI is of a window, and of now where it is not', () => {
    expect(tile.params).toEqual({ window: 'today' });
    expect(tileAsking(firstQuestion({ name: 'late-now', shape: 'stock' })).params).toEqual({});
  });

  it('is the same question after it has been kept and read', () => {
    const params = { window: '7d', by: 'rep,origin', origin: 'website,null', basis: 'deals' };
    const question = questionOf({ ...tile, params }, definition);
    expect(question).toMatchObject({ by: ['rep', 'origin'], filters: { origin: ['website', 'null'] }, params: { basis: 'deals' } });
    expect(paramsOf(question)).toEqual(params);
  });

  it('a leaderboard ranks reps unless it is said by what, and a number is of the whole again', () => {
    const board = { ...tile, ...inForm(tile, 'leaderboard', definition) };
    expect(board).toMatchObject({ form: 'leaderboard', params: { window: 'today', by: 'rep' } });
    expect(inForm({ ...board, teams: true }, 'number', definition)).toMatchObject({ params: { window: 'today' }, teams: false });
    expect(inForm({ ...tile, params: { by: 'origin' } }, 'leaderboard', definition).params).toEqual({ by: 'origin' });
    expect(inForm(tile, 'leaderboard', { dimensions: [] }).params).toEqual({ window: 'today' });
  });

  it('a trend is over a week where no time is said, and never narrow', () => {
    expect(inForm({ ...tile, params: {} }, 'trend', definition)).toMatchObject({ params: { window: '7d' }, bucket: 'day', width: 6 });
    expect(inForm({ ...tile, width: 8 }, 'trend', definition)).toMatchObject({ params: { window: 'today' }, bucket: 'hour', width: 8 });
    expect(inForm({ ...tile, params: { window: 'year' } }, 'trend', definition)).toMatchObject({ bucket: 'week' });
  });

  it('leads to the page of its number, with its step', () => {
    expect(addressOf({ ...tile, bucket: 'week' })).toEqual({ pathname: '/kpis/win-ratio', search: 'window=today&bucket=week' });
  });
});
