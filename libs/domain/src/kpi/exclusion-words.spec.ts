import { exclusionWords, knownExclusions } from './exclusion-words.js';
import { languages } from './words.js';

/** The reasons that KPIS.md names. */
const named =
  'unanswered before_arrival no_arrival unassigned pending closed_before_deadline none self_booked open unknown_stage no_amount no_rate no_opening no_contact negative';

it('every reason that the rules name has words', () => {
  expect(named.split(' ').filter((reason) => !knownExclusions.includes(reason))).toEqual([]);
});

it.each(languages)('no two reasons have the same words in %s, and Russian ones are in its letters', (language) => {
  const words = knownExclusions.map((reason) => exclusionWords(reason, language));
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((text) => !/^\p{Ll}[\p{L}, ]+\p{L}$/u.test(text))).toEqual([]);
  expect(words.filter((text) => /[а-яё]/i.test(text) !== (language === 'ru'))).toEqual([]);
});

it('a reason without words stands as it is written', () => {
  expect(exclusionWords('sent_to_the_moon', 'es')).toBe('sent to the moon');
  expect(exclusionWords('toString', 'en')).toBe('toString');
});
