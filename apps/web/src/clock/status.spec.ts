import type { WaitingLead } from '@leadclock/live-protocol/protocol.js';
import { statusOf, waitMs } from './status.js';

const since = 1_000_000;
/** a lead with a target of five minutes */
const lead: WaitingLead = { lead: '1', name: 'Ada L.', owner: null, since, due: since + 300_000, heldMs: null };
const at = (seconds: number): number => since + seconds * 1_000;

describe('the status of a waiting lead', () => {
  it.each([
    [0, 'in'],
    [179.999, 'in'],
    [180, 'soon'],
    [300, 'soon'],
    [300.001, 'late'],
    [600, 'late'],
    [600.001, 'very'],
  ])('after %d s of a target of five minutes is "%s"', (seconds, status) => {
    expect(statusOf(lead, at(seconds))).toBe(status);
  });

  it('is paused while its clock stands, and the clock shows what it stood at', () => {
    const held = { ...lead, due: null, heldMs: 240_000 };
    expect(statusOf(held, at(9_000))).toBe('paused');
    expect(waitMs(held, at(9_000))).toBe(240_000);
  });

  it('is untimed where no policy sets a target', () => {
    expect(statusOf({ ...lead, due: null }, at(9_000))).toBe('untimed');
  });

  it('is never a negative wait, though the lead came after our second', () => {
    expect(waitMs(lead, at(-1))).toBe(0);
  });
});
