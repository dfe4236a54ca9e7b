import { ladderActions, listenerWords, readAction, readListener } from './ladder-words.js';

describe('the words of a ladder', () => {
  it('are a role, or a person, a screen or a channel by its id, which may be any text', () => {
    expect(readListener('owner')).toEqual({ who: 'owner' });
    expect(readListener('manager')).toEqual({ who: 'manager' });
    expect(readListener('rep:ana')).toEqual({ who: 'rep', id: 'ana' });
    expect(readListener('channel:sales: late')).toEqual({ who: 'channel', id: 'sales: late' });
    const roles = ['owner', 'claimant', 'caller', 'team', 'manager'];
    expect(listenerWords).toEqual([...roles, 'rep:ID', 'screen:ID', 'channel:ID']);
    expect(listenerWords.map((word) => readListener(word))).not.toContain(null);
  });

  it.each(['', 'Owner', 'owners', 'rep', 'rep:', 'person:ana', ':ana'])('of which %j is none', (word) => {
    expect(readListener(word)).toBeNull();
  });

  it('of what a step does are three', () => {
    expect(ladderActions.map(readAction)).toEqual(['reassign', 'pool', 'away']);
    expect(readAction('reassign ')).toBeNull();
  });
});
