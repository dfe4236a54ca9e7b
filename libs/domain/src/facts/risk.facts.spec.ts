import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { lead, type Story } from '../testing/story.js';

const atRisk = (story: Story) =>
  factsOfStories([story])
    .filter(({ kind }) => kind === 'risk')
    .map(({ from, stage, pipeline, product }) => [from, stage, pipeline, product]);

describe('a deal at risk', () => {
  it('stands in its stage and pipeline, with the lead’s product until it names its own', () => {
    const story = lead('ada').arrived('08:00', { product: 'silver' }).opened('09:00');
    expect(atRisk(story.revised('tue+2 09:00', { product: 'gold' }))).toEqual([
      [at('mon+2 09:00'), 'new', 'default', 'silver'],
      [at('tue+2 09:00'), 'new', 'default', 'gold'],
    ]);
  });

  it('stands in no stage when it was never opened', () => {
    expect(atRisk(lead('ada').revised('09:00', { product: 'gold' }))).toEqual([[at('mon+2 09:00'), null, 'default', 'gold']]);
  });
});
