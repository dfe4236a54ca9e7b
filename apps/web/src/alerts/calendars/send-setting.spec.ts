import { readAnswered } from './send-setting.js';

it('what the server answers is done, somebody else’s change, wrong at its fields, refused, or not known', () => {
  expect(readAnswered(202, { change: 'changed', edit: 'a1' })).toEqual({ kind: 'done', answer: { change: 'changed', edit: 'a1' } });
  expect(readAnswered(409, { edit: 'b2' })).toEqual({ kind: 'changed', edit: 'b2' });
  const problem = { path: '$.week.mon[1]', problem: 'overlaps', reason: 'overlap' };
  expect(readAnswered(400, { problems: [problem] })).toEqual({ kind: 'wrong', problems: [problem] });
  expect(readAnswered(400, { detail: 'no key' })).toEqual({ kind: 'refused', problem: 'no key' });
  // a key that has meant something else is no change by somebody else
  expect(readAnswered(409, { detail: 'other' })).toEqual({ kind: 'refused', problem: 'other' });
  expect(readAnswered(404, null)).toEqual({ kind: 'refused', problem: 'status 404' });
  expect(readAnswered(503, { detail: 'busy' })).toEqual({ kind: 'away' });
});
