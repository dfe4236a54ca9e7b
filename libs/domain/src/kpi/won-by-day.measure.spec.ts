import { emptyConfiguration } from '../configuration/configuration.js';
import { noRates } from '../money/rates.js';
import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { lead } from '../testing/story.js';
import { parseAsking } from './asking.js';
import { startAnswer } from './running-answer.js';
import { wonByDay } from './won-by-day.measure.js';

it('won revenue by day knows nothing of a day whose wins were all taken back', () => {
  const eur = (amount: number) => ({ amount: { amount, currency: 'EUR' } });
  const wins = factsOfStories([lead('a').won('10:00', eur(1)), lead('b').won('tue 10:00', eur(2))]).filter(({ kind }) => kind === 'close');
  const parsed = parseAsking(wonByDay, {}, { configuration: emptyConfiguration, now: at('sun 23:59') });
  if (!parsed.ok) throw new Error(parsed.problem);
  const running = startAnswer(wonByDay, parsed.asking, { configuration: emptyConfiguration, rates: noRates });
  for (const win of wins) running.add(win);
  for (const win of wins) if (win.subject === 'b') running.remove(win);
  expect(running.groups(at('sun 23:59'))).toMatchObject([{ n: 1, day: at('00:00') / 86_400_000 }]);
});
