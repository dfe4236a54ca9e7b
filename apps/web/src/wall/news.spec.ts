import { newsAt } from './news.js';

const news = ['a', 'b', 'c'].map((id) => ({ id, rep: 'Ana', lead: 'Ada L.', seconds: 72, at: 0 }));
const at = (second: number): string | undefined => newsAt(news, second * 1_000)?.id;

describe('good news', () => {
  it('change each 8 s and begin again after the last', () => {
    expect([at(0), at(7), at(8), at(23), at(24)]).toEqual(['a', 'a', 'b', 'c', 'a']);
  });

  it('are none where there are none', () => {
    expect(newsAt([], 0)).toBeNull();
  });
});
