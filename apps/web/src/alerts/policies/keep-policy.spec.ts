import { readKept } from './keep-policy.js';

it('what the door answers is done, somebody else’s change, wrong at its fields, refused, or not known', () => {
  expect(readKept(202, { policies: [{ policy: 'web', event: { source: '/x', id: 'e1' } }] })).toEqual({ kind: 'kept', event: 'e1' });
  expect(readKept(202, { policies: [{ policy: 'web', event: null }] })).toEqual({ kind: 'kept', event: null });
  expect(readKept(409, { current: [{ policy: 'web', versions: 4, settings: null }] })).toEqual({
    kind: 'changed',
    current: { versions: 4, settings: null },
  });
  const problems = [{ index: 0, path: '$.policies[0].steps[1].at_s', problem: 'lies' }];
  expect(readKept(400, { problems })).toEqual({
    kind: 'wrong',
    problems: [expect.objectContaining({ path: '$.steps[1].at_s', problem: 'lies' })],
  });
  expect(readKept(400, { detail: 'no key' })).toEqual({ kind: 'refused', problem: 'no key' });
  expect(readKept(422, null)).toEqual({ kind: 'refused', problem: 'status 422' });
  expect(readKept(503, null)).toEqual({ kind: 'away' });
});
