import { isOver } from './period-over.js';

const november = { from: '2026-11-01', to: '2026-11-30' };
const at = (time: string): number => Date.parse(time);

describe('the period of a goal', () => {
  it('is over with the last instant of its last day, by the clock of the site', () => {
    expect(isOver(november, 'UTC', at('2026-11-30T23:59:59.999Z'))).toBe(false);
    expect(isOver(november, 'UTC', at('2026-12-01T00:00:00Z'))).toBe(true);
    expect(isOver(november, 'Europe/Madrid', at('2026-11-30T23:00:00Z'))).toBe(true);
    expect(isOver(november, 'America/Mexico_City', at('2026-12-01T05:59:59Z'))).toBe(false);
  });

  it('that has not begun is not over', () => {
    expect(isOver(november, 'UTC', at('2026-10-01T00:00:00Z'))).toBe(false);
  });
});
