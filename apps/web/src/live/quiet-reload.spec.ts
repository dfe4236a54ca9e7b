import { hearBuild, noBuild, reloadDue } from './quiet-reload.js';

const changedAt100 = hearBuild(hearBuild(noBuild, '1', 0), '2', 100);

describe('a new build', () => {
  it('is taken up at once while nobody is late', () => {
    expect(reloadDue(changedAt100, 0, 100)).toBe(true);
  });

  it('waits for a quiet moment, but not longer than 60 s', () => {
    expect(reloadDue(changedAt100, 1, 60_099)).toBe(false);
    expect(reloadDue(changedAt100, 1, 60_100)).toBe(true);
  });

  it('counts from when it was first heard', () => {
    expect(reloadDue(hearBuild(changedAt100, '2', 50_000), 1, 60_100)).toBe(true);
  });

  it('is none when it is our own, or the server came back to it', () => {
    expect(reloadDue(hearBuild(noBuild, '1', 0), 0, 99_000)).toBe(false);
    expect(reloadDue(hearBuild(changedAt100, '1', 200), 0, 99_000)).toBe(false);
  });
});
