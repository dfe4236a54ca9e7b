import type { Win } from '@leadclock/live-protocol/protocol.js';
import { enqueue, type WinTurn } from './win-queue.js';

const win = (id: string): Win => ({ id, rep: 'Ana', lead: 'John P.', amount: null, currency: null, at: 0 });
const after = (...ids: string[]): string[] =>
  ids.reduce<readonly WinTurn[]>((queue, id) => enqueue(queue, win(id)), []).map((turn) => `${turn.win.id}+${turn.more}`);

describe('the queue of wins', () => {
  it('shows them in the order of their coming', () => {
    expect(after('a', 'b', 'c')).toEqual(['a+0', 'b+0', 'c+0']);
  });

  it('merges the oldest that waits when a fourth comes, and leaves the one on show alone', () => {
    expect(after('a', 'b', 'c', 'd')).toEqual(['a+0', 'c+1', 'd+0']);
  });

  it('never holds more than three, and counts every one that it merged', () => {
    expect(after('a', 'b', 'c', 'd', 'e', 'f')).toEqual(['a+0', 'e+3', 'f+0']);
  });
});
