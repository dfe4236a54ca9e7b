import { rowMeasure } from './row-measure.js';

it.each([
  ['close', 'EUR', 'ratio', { unit: 'money', currency: 'EUR' }],
  ['wait', null, 'leads', { unit: 's', currency: null }],
  ['meeting', null, 'touches', { unit: 'count', currency: null }],
  ['survey', null, 'points', { unit: 'count', currency: null }],
  ['goal', null, 'ratio', { unit: 'count', currency: null }],
  ['funnel', null, 'leads', null],
])('a row %s in %p behind a number of unit %s has its value in %p', (kind, currency, unit, measure) => {
  expect(rowMeasure({ kind, currency }, unit)).toEqual(measure);
});
