import { readGoals } from './read-goals.js';

const problemsOf = (text: string) => {
  const read = readGoals(text);
  return read.ok ? [] : read.problems.map(({ line, field, problem }) => `${line} ${field ?? '-'}: ${problem}`);
};
const good = `- goal: November
  kpi: won-revenue
  target: 30000
  period: 2026-11
  owner: company
`;

describe('a file of goals', () => {
  it('is a list, a single goal, or several documents, each with its line', () => {
    const goal = {
      goal: 'November',
      kpi: 'won-revenue',
      target: 30_000,
      period: { from: '2026-11-01', to: '2026-11-30' },
      team: null,
      rep: null,
    };
    expect(readGoals(good)).toEqual({ ok: true, goals: [{ line: 1, goal }] });
    const single = 'goal: Year\nkpi: leads-created\ntarget: 12.5\nperiod: 2026\nowner:\n  team: north\n';
    expect(readGoals(`${good}---\n# the year\n${single}`)).toEqual({
      ok: true,
      goals: [
        { line: 1, goal },
        {
          line: 8,
          goal: {
            goal: 'Year',
            kpi: 'leads-created',
            target: 12.5,
            period: { from: '2026-01-01', to: '2026-12-31' },
            team: 'north',
            rep: null,
          },
        },
      ],
    });
  });

  it('takes dates and a rep', () => {
    const text = good.replace('2026-11', '{from: 2026-11-02, to: 2026-11-08}').replace('company', '{rep: ana}');
    expect(readGoals(text)).toMatchObject({
      ok: true,
      goals: [{ goal: { period: { from: '2026-11-02', to: '2026-11-08' }, rep: 'ana' } }],
    });
  });

  it('names every problem with its line and field, all at once', () => {
    const text = `- goal: ''
  kpi: won-revenu
  target: many
  period: {from: 2026-11-30, to: 2026-11-01}
  owner: everybody
- goal: B
  kpi: won-revenue
  target: 1
  period: 2026-Q5
  owner: {team: north, rep: ana}
  color: red
- goal: C
  kpi: won-revenue
`;
    expect(problemsOf(text)).toEqual([
      '1 goal: must be a name',
      expect.stringMatching(/^2 kpi: there is no KPI won-revenu; allowed: lead-response-time, /),
      expect.stringMatching(/^3 target: .*number/),
      '4 period.to: must end on or after the day on which it begins',
      expect.stringMatching(/^5 owner: must be company, team: an id, or rep: an id/),
      expect.stringContaining('"color"'),
      expect.stringMatching(/^9 period: 2026-Q5 is no period; allowed: a month/),
      expect.stringMatching(/^10 owner: must be company/),
      expect.stringMatching(/^12 target: /),
      expect.stringMatching(/^12 period: /),
      expect.stringMatching(/^12 owner: /),
    ]);
  });

  it('refuses two goals of one KPI, owner and period, whatever they are called', () => {
    const again = good.replace('November', 'Autumn').replace('2026-11', '{from: 2026-11-01, to: 2026-11-30}');
    expect(problemsOf(good + again)).toEqual([
      '6 -: is the goal of line 1 again (November): the same KPI, owner and period; keep one of them',
    ]);
    expect(problemsOf(good + again.replace('company', '{team: north}'))).toEqual([]);
  });

  it('says where it is no YAML, and refuses an empty one', () => {
    expect(problemsOf('- goal: A\n  kpi: [won-revenue\n')).toEqual([expect.stringMatching(/^3 -: /)]);
    expect(problemsOf('- goal: A\n  goal: B\n')).toEqual([expect.stringMatching(/^2 -: .*unique/)]);
    for (const empty of ['', '# nothing\n', '[]\n', '---\n']) expect(problemsOf(empty)).toEqual(['1 -: the file holds no goal']);
    expect(problemsOf('- just text\n- 7\n')).toEqual([expect.stringMatching(/^1 -: /), expect.stringMatching(/^2 -: /)]);
  });
});
