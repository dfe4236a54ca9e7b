import { readPolicyEntry } from './policy-entry.js';

const web = { policy: 'web', order: 1, targets: { answer_s: 60 } };

describe('a policy as somebody writes it', () => {
  it('matches anything and has no steps where it says nothing else, and says what was seen only where that was written', () => {
    const data = { order: 1, targets: { answer_s: 60 }, match: {}, steps: [] };
    expect(readPolicyEntry(web)).toEqual({ ok: true, entry: { policy: 'web', data } });
    expect(readPolicyEntry({ ...web, seen: 0 })).toEqual({ ok: true, entry: { policy: 'web', seen: 0, data } });
    expect(readPolicyEntry({ ...web, seen: 3 })).toMatchObject({ entry: { seen: 3 } });
    expect(readPolicyEntry({ ...web, seen: -1 })).toMatchObject({ ok: false, problems: [{ path: '$.seen' }] });
  });

  it('that is taken away matches nothing, from now or from an instant on', () => {
    const data = { removed: true, order: 0, match: { origin: [] }, targets: {}, steps: [] };
    expect(readPolicyEntry({ policy: 'web', removed: true })).toEqual({ ok: true, entry: { policy: 'web', data } });
    const later = { effective_from: '2026-11-02T18:00:00.000Z' };
    expect(readPolicyEntry({ policy: 'web', removed: true, seen: 2, ...later })).toEqual({
      ok: true,
      entry: { policy: 'web', seen: 2, data: { ...data, ...later } },
    });
    expect(readPolicyEntry({ ...web, removed: true })).toMatchObject({ ok: false });
  });
});
