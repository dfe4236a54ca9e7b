import { readKept } from './keep-board.js';

describe('what the door says to a board', () => {
  it.each([
    ['kept', 200, { id: 'floor', version: 3 }, { kind: 'kept', version: 3 }],
    ['removed', 200, { id: 'floor', version: null }, { kind: 'kept', version: null }],
    ['another by now', 409, { detail: 'version 4' }, { kind: 'changed' }],
    ['not there any more', 404, { detail: '' }, { kind: 'gone' }],
    ['wrong', 400, { detail: '$.name is empty' }, { kind: 'refused', problem: '$.name is empty' }],
    ['a server in trouble confirms nothing', 503, null, { kind: 'away' }],
    ['an answer that makes no sense is no yes', 200, 'OK', { kind: 'refused', problem: 'status 200' }],
  ])('%s', (_name, status, body, kept) => {
    expect(readKept(status, body)).toEqual(kept);
  });
});
