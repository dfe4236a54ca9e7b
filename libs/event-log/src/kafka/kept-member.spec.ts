import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { silentLines } from '../testing/silent-lines.js';
import { KeptMember } from './kept-member.js';

describe('which member of a group a process is', () => {
  const parent = mkdtempSync(path.join(tmpdir(), 'leadclock-kept-'));
  const folder = path.join(parent, 'data');
  mkdirSync(folder);
  afterAll(() => rmSync(parent, { recursive: true, force: true }));
  const kept = (place: string, groupId = 'projector.events/1') => new KeptMember(place, groupId, silentLines);

  it('is known to who has the folder next, by group, until it has left', () => {
    expect(kept(folder).read()).toBeNull();
    kept(folder).write('a-1');
    kept(folder).write('a-2');
    expect([kept(folder).read(), kept(folder, 'other').read()]).toEqual(['a-2', null]);
    kept(folder).forget();
    expect([kept(folder).read(), readdirSync(folder)]).toEqual([null, []]);
  });

  it('is not what a copy of the folder says', () => {
    kept(folder).write('a-3');
    const copy = path.join(parent, 'copy');
    cpSync(folder, copy, { recursive: true });
    expect([kept(folder).read(), kept(copy).read()]).toEqual(['a-3', null]);
  });

  it('stops nobody when it cannot be kept, and says so', () => {
    const said: string[] = [];
    const lines = { ...silentLines, warn: (...words: unknown[]) => void said.push(String(words[1])) };
    const nowhere = new KeptMember(path.join(parent, 'gone'), 'group', lines);
    nowhere.write('a-4');
    expect([nowhere.read(), said]).toEqual([null, [expect.stringContaining('cannot be kept')]]);
  });
});
