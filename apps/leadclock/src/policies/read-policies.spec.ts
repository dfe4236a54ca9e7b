import { placed, readPolicies } from './read-policies.js';

const good = `- policy: web
  order: 10
  match: {origin: [web_form]}
  targets: {answer_s: 300}
  quiet: {from: 22:00, to: 07:00}
  steps:
    - {id: soon, clock: lead, of: answer, at_s: -60, notify: [owner, rep:ana]}
- policy: phone
  order: 20
  targets: {answer_s: 60}
`;
const problemsOf = (text: string) => {
  const read = readPolicies(text);
  return read.ok ? [] : read.problems.map(({ line, field, problem }) => `${line} ${field ?? '-'}: ${problem}`);
};

describe('a file of policies', () => {
  it('is a list, a single policy, or several documents, each as it is written', () => {
    const read = readPolicies(`${good}---\npolicy: chat\norder: 30\ntargets: {answer_s: 30}\n`);
    expect(read.ok && read.entries.map(({ line, written }) => [line, written])).toEqual([
      [
        1,
        {
          policy: 'web',
          order: 10,
          match: { origin: ['web_form'] },
          targets: { answer_s: 300 },
          quiet: { from: '22:00', to: '07:00' },
          steps: [{ id: 'soon', clock: 'lead', of: 'answer', at_s: -60, notify: ['owner', 'rep:ana'] }],
        },
      ],
      [8, { policy: 'phone', order: 20, targets: { answer_s: 60 } }],
      [12, { policy: 'chat', order: 30, targets: { answer_s: 30 } }],
    ]);
  });

  it('tells all mistakes at once, each with its line and field, and what is allowed', () => {
    const wrong = `- policy: web
  order: first
  targets:
    answer: 300
  steps:
    - {id: soon, clock: lead, of: answer, at_s: -60, notify: [owner]}
    - id: late
      clock: lead
      of: anser
      at_percent: 100
      notify: [owner]
`;
    expect(problemsOf(wrong)).toEqual([
      '2 order: must be a number',
      expect.stringMatching(/^4 targets\.answer: is not a field here; .*allowed: answer_s, contact_s$/),
      expect.stringMatching(/^9 steps\[1\]\.of: must be one of answer, contact/),
    ]);
    expect(problemsOf('- order: 1\n  targets: {}\n')).toEqual(['1 policy: is missing; it must be text']);
    expect(problemsOf('a: [')).toEqual([expect.stringMatching(/^1 -: /)]);
    expect(problemsOf('- 7\n')).toEqual(['1 -: must be an object']);
  });

  it('that is empty is a mistake', () => {
    for (const empty of ['', '# none\n', '[]']) expect(problemsOf(empty)).toEqual(['1 -: the file holds no policy']);
  });

  it('has a line for what the program says of it', () => {
    const read = readPolicies(good);
    const [web, phone] = read.ok ? read.entries : [];
    if (web === undefined || phone === undefined) throw new Error('the file could not be read');
    expect(placed({ path: '$.steps[0].notify[1]', problem: 'is no rep' }, web)).toEqual({
      line: 7,
      field: 'steps[0].notify[1]',
      problem: 'is no rep',
    });
    expect(placed({ path: '$.order', problem: 'is taken' }, phone).line).toBe(9);
    // what is not written stands where its policy begins
    expect(placed({ path: '$.effective_from', problem: 'x' }, phone).line).toBe(8);
  });
});
