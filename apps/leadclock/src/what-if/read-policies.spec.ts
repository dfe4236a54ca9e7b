import { readPolicies } from './read-policies.js';

describe('a file of policies', () => {
  const faults = (text: string): string[] => {
    const read = readPolicies(text);
    return read.ok ? [] : read.faults.map(({ line, problem }) => `${line}: ${problem}`);
  };

  it('holds one policy, a list, or several documents', () => {
    for (const text of [
      'policy: web\norder: 1\ntargets: {answer_s: 60}\n',
      '- policy: web\n  order: 1\n  targets: {answer_s: 60}\n',
      '---\npolicy: web\norder: 1\ntargets: {answer_s: 60}\n---\n',
    ])
      expect(readPolicies(text)).toMatchObject({
        ok: true,
        policies: [{ policy: 'web', data: { order: 1, match: {}, targets: { answer_s: 60 }, steps: [] } }],
      });
  });

  it('names all that is wrong, with the line', () => {
    const text = `- policy: web
  order: first
  targets: {answer_s: 60}
  steps:
    - {id: late, clock: lead, of: answer, at_s: 60, notify: owner}
- policy: phone
  order: 2
  targets: {}
- policy: phone
  order: 3
  targets: {}
`;
    expect(faults(text)).toEqual([
      expect.stringMatching(/^2: \$\.order /),
      expect.stringMatching(/^5: \$\.steps\[0\]\.notify /),
      '9: is the policy phone of line 6 again; keep one of them',
    ]);
    expect(faults('')).toEqual(['1: the file holds no policy']);
    expect(faults('{')).toEqual([expect.stringMatching(/^1: /)]);
  });
});
