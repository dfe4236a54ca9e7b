import { placeOf, readAskedPolicies, refusalOfPolicies } from './asked-policies.js';

const web = { policy: 'web', order: 1, targets: { answer_s: 60 } };
const problems = (body: unknown) => {
  const read = readAskedPolicies(body);
  return read.ok ? [] : read.problems.map((told) => `${placeOf(told)} ${told.problem}`);
};

it('policies are read as the event has them, without match for any lead, without steps for the usual one', () => {
  expect(readAskedPolicies({ policies: [web, { ...web, policy: 'phone', match: { channel: ['phone'] } }], judge_history: true })).toEqual({
    ok: true,
    asked: {
      judgesHistory: true,
      entries: [
        { policy: 'web', data: { order: 1, targets: { answer_s: 60 }, match: {}, steps: [] } },
        { policy: 'phone', data: { order: 1, targets: { answer_s: 60 }, match: { channel: ['phone'] }, steps: [] } },
      ],
    },
  });
  expect(readAskedPolicies({ policies: [web] })).toMatchObject({ asked: { judgesHistory: false } });
});

describe('a refusal', () => {
  it('names all that has the wrong shape, each where it stands', () => {
    const step = { id: 's', clock: 'lead', of: 'answer', at_s: 1, notify: ['owner'] };
    const wrong = { policy: 'ana@example.org', order: 1.5, targets: { answer_s: 0 }, steps: [step, { ...step, id: 't', clok: 'lead' }] };
    expect(problems({ policies: [web, wrong] })).toEqual([
      '$.policies[1].policy is an e-mail address, which the log must not hold; send a hash of it, for example its SHA-256 in hex',
      '$.policies[1].order must be a whole number',
      '$.policies[1].targets.answer_s must be more than 0',
      expect.stringMatching(/^\$\.policies\[1\]\.steps\[1\]\.clok is not a field here; did you mean clock\? allowed: id, clock/),
    ]);
  });

  it('is of the whole when there are no policies, or other fields', () => {
    expect(problems({ policies: [] })).toEqual(['$.policies must be at least 1']);
    expect(problems(null)).toEqual(['$ must be an object']);
    expect(problems({ policies: [web], history: true })).toEqual([expect.stringContaining('$.history is not a field here')]);
  });

  it('leads with the first problem', () => {
    const told = refusalOfPolicies([
      { index: 1, path: '$.order', problem: 'is taken' },
      { index: null, path: '$', problem: 'x' },
    ]);
    expect(told).toEqual({
      path: '$.policies[1].order',
      problem: '$.policies[1].order is taken',
      problems: [
        { index: 1, path: '$.policies[1].order', problem: 'is taken' },
        { index: null, path: '$', problem: 'x' },
      ],
    });
  });
});
