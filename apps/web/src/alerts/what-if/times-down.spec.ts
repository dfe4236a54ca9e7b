import { isOfDown, newDown, readDown } from './times-down.js';

const row = (from: string, to: string) => ({ ...newDown(), from, to });

describe('the times in which nobody could be told', () => {
  it('are asked for as instants of the zone of the site, also over a change of the clock', () => {
    const rows = [row('2026-11-02T09:01', '2026-11-02T09:05'), row('2026-10-25T01:30', '2026-10-25T03:30')];
    expect(readDown('Europe/Madrid', rows)).toEqual({
      down: [
        { from: '2026-11-02T08:01:00Z', to: '2026-11-02T08:05:00Z' },
        { from: '2026-10-24T23:30:00Z', to: '2026-10-25T02:30:00Z' },
      ],
      problems: [],
    });
  });

  it.each([
    ['without any', row('', ''), ['$.down[1].from unread', '$.down[1].to unread']],
    ['without an end', row('2026-11-02T09:01', ''), ['$.down[1].to unread']],
    ['of no length', row('2026-11-02T09:05', '2026-11-02T09:05'), ['$.down[1].to reversed']],
    ['turned round', row('2026-11-02T09:05', '2026-11-02T09:04'), ['$.down[1].to reversed']],
  ])('%s are named at the field, and the others stand', (_what, wrong, named) => {
    const { down, problems } = readDown('UTC', [row('2026-11-02T09:01', '2026-11-02T09:02'), wrong]);
    expect(down).toHaveLength(1);
    expect(problems.map(({ path, problem }) => `${path} ${problem}`)).toEqual(named);
    expect(problems.every(isOfDown)).toBe(true);
  });
});

it('what is wrong with a policy does not lie in them', () => {
  expect(isOfDown({ path: '$.targets', problem: 'has no target' })).toBe(false);
});
