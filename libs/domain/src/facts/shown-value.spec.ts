import type { Fact, FactKind } from './fact.js';
import { shownValue } from './shown-value.js';

const fact = (kind: FactKind, value: number | null) => ({ kind, value }) as Fact;

it('waits and lateness are read in seconds, money in units of its currency, touches before a meeting as a count', () => {
  expect(shownValue(fact('response', 90_500))).toBe(90.5);
  expect(shownValue(fact('alert', 250))).toBe(0.25);
  expect(shownValue(fact('close', 12_345_678))).toBe(1234.5678);
  expect(shownValue(fact('meeting', 3))).toBe(3);
  expect(shownValue(fact('close', null))).toBeNull();
});
