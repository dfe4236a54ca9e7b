import { whatIsMissing } from './caught-up.js';

const status = (over: object = {}) => ({
  set: 'set_1',
  derivation: { set: 1, program: 1 },
  partitions: [{ partition: 0, first: 0, head: 9, next: 7, configOffset: 3 }],
  behind: 2,
  config: { first: 0, head: 3 },
  sweeping: [],
  refolding: 0,
  parked: 0,
  conflicts: 0,
  ...over,
});

it('nothing is missing once the checkpoint has reached the head that was left, whatever came after', () => {
  expect(whatIsMissing({ spooled: 0, status: status() }, new Map([[0, 7]]))).toBeNull();
});

it('a spooled event, an event before the checkpoint, a sweep and a merged lead are each waited for', () => {
  expect(whatIsMissing({ spooled: 1, status: status() }, new Map([[0, 7]]))).toContain('spool');
  expect(whatIsMissing({ spooled: 0, status: status() }, new Map([[0, 8]]))).toContain('projector');
  expect(whatIsMissing({ spooled: 0, status: status({ sweeping: [0] }) }, new Map([[0, 7]]))).toContain('configuration');
  expect(whatIsMissing({ spooled: 0, status: status({ refolding: 1 }) }, new Map([[0, 7]]))).toContain('merged');
});
