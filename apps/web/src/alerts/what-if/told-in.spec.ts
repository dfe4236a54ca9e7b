import { toldIn } from './told-in.js';

it('whom an alert tells is one, or a list of several', () => {
  expect(toldIn('ana')).toEqual(['ana']);
  expect(toldIn('*')).toEqual(['*']);
  expect(toldIn('["ana","manager:north"]')).toEqual(['ana', 'manager:north']);
  expect(toldIn('["ana"')).toEqual(['["ana"']);
});
