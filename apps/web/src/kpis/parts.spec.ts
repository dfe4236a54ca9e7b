import { intervalOf, measureOf, partsIn } from './parts.js';

const group = (more: object) => ({ key: {}, value: 3, n: 4, excluded: {}, ...more });

it('an interval is of the value, or of the share that a member of a series has', () => {
  expect(intervalOf(group({ low: 0.1, high: 0.4 }))).toEqual({ part: 'value', low: 0.1, high: 0.4 });
  expect(intervalOf(group({ share: 0.2, share_low: 0.1, share_high: 0.4 }))).toEqual({ part: 'share', low: 0.1, high: 0.4 });
  expect(intervalOf(group({ low: null, high: null }))).toBe(null);
});

it('the ends of an interval are no parts of their own', () => {
  expect(partsIn([group({ share: 0.2, share_low: 0.1, share_high: 0.4, won: 1 })])).toEqual(['share', 'won']);
});

it.each([
  ['reps_at_target', { unit: 'ratio', currency: null }],
  ['churn', { unit: 'ratio', currency: null }],
  ['total', { unit: 'money', currency: 'EUR' }],
  ['talk_s', { unit: 's', currency: null }],
  ['p90', { unit: 'money', currency: 'EUR' }],
  ['won', { unit: 'count', currency: null }],
])('%s beside an amount is measured in %p', (part, measure) => {
  expect(measureOf(part, { unit: 'money' }, 'EUR')).toEqual(measure);
});

it('what is lost is measured in customers, or by revenue in its currency', () => {
  expect(measureOf('lost', { unit: 'ratio' }, null)).toEqual({ unit: 'count', currency: null });
  expect(measureOf('lost', { unit: 'ratio' }, 'EUR')).toEqual({ unit: 'money', currency: 'EUR' });
});
