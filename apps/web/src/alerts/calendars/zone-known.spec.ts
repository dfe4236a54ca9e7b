import { isZone } from './zone-known.js';

it.each([
  ['Europe/Madrid', true],
  ['UTC', true],
  ['Madrd', false],
  ['Europe/', false],
  ['', false],
])('“%s” is a zone: %s', (typed, is) => {
  expect(isZone(typed)).toBe(is);
});
