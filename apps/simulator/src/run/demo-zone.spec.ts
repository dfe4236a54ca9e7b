import { toWall } from '@leadclock/domain/calendar/zone.js';
import { demoZone } from './demo-zone.js';

const at = (time: string) => Date.parse(`2026-11-25T${time}:00Z`);

describe('the zone of a demo', () => {
  it('is the machine’s own while it is day there', () => {
    expect(demoZone('Europe/Madrid', at('10:00'))).toBe('Europe/Madrid');
    expect(demoZone('Europe/Madrid', at('18:00'))).toBe('Europe/Madrid');
  });

  it('is one where it is afternoon while it is night there', () => {
    expect(demoZone('Europe/Madrid', at('02:00'))).toBe('Pacific/Auckland');
    expect(demoZone('UTC', at('23:00'))).toBe('America/Los_Angeles');
  });

  it('is never one where it is night, at any hour of any month', () => {
    for (let month = 0; month < 12; month++) {
      for (let hour = 0; hour < 24; hour++) {
        const now = Date.UTC(2026, month, 15, hour);
        const here = new Date(toWall(demoZone('UTC', now), now)).getUTCHours();
        expect(here).toBeGreaterThanOrEqual(11);
        expect(here).toBeLessThanOrEqual(19);
      }
    }
  });
});
