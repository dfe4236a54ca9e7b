import type { WaitingLead } from '@leadclock/live-protocol/protocol.js';
import { rowsAt } from './rows.js';

const NOW = 10_000_000;
const waits = (lead: string, waitedMs: number, owner: string | null = null): WaitingLead => ({
  lead,
  name: lead,
  owner,
  since: NOW - waitedMs,
  due: null,
  heldMs: null,
});
const order = (...waiting: readonly WaitingLead[]): string[] => rowsAt(waiting, waiting.length, NOW).leads.map((lead) => lead.lead);

describe('the rows of "Answer now"', () => {
  it('have the longest wait first', () => {
    expect(order(waits('a', 10_000), waits('b', 30_000), waits('c', 20_000))).toEqual(['b', 'c', 'a']);
  });

  it('have the lead that nobody owns first of those that show the same time', () => {
    expect(order(waits('a', 10_900, 'ana'), waits('b', 10_100))).toEqual(['b', 'a']);
    expect(order(waits('a', 11_000, 'ana'), waits('b', 10_900))).toEqual(['a', 'b']);
  });

  it('place a lead on pause by what its clock shows', () => {
    expect(order({ ...waits('a', 90_000), heldMs: 5_000 }, waits('b', 10_000))).toEqual(['b', 'a']);
  });

  it('are five, or four and how many more there are', () => {
    const leads = Array.from({ length: 12 }, (_, at) => waits(`lead-${at}`, at * 1_000));
    expect(rowsAt(leads.slice(0, 5), 5, NOW)).toMatchObject({ leads: { length: 5 }, more: 0 });
    expect(rowsAt(leads, 40, NOW)).toMatchObject({ leads: { length: 4 }, more: 36 });
  });
});
