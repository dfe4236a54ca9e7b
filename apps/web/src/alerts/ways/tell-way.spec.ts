import { readAnswered } from './tell-way.js';

const address = { path: '$.address', code: 'not-public', problem: 'its address is not public' };

it.each([
  [201, { way: 'crm', secret: 'whsec_x' }, { kind: 'done', body: { way: 'crm', secret: 'whsec_x' } }],
  [400, { problem: 'x', problems: [address] }, { kind: 'wrong', problems: [address] }],
  [400, null, { kind: 'refused', problem: 'status 400' }],
  [404, { detail: 'there is no way of that name' }, { kind: 'gone' }],
  [409, { detail: 'this message was not given up' }, { kind: 'refused', problem: 'this message was not given up' }],
  [503, { detail: 'busy' }, { kind: 'away' }],
])('an answer of %i with %j is read as what came of it', (status, body, answered) => {
  expect(readAnswered(status, body)).toEqual(answered);
});
