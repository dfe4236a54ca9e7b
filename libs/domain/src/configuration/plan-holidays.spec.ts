import type { EventOf, LeadclockEvent } from '../events/event.js';
import { parseEvent } from '../events/parse-event.js';
import type { Holiday } from './holidays-named-by.js';
import { planHolidays, sourceOf } from './plan-holidays.js';

const now = Date.parse('2026-03-01T12:00:00Z');
const day = 86_400_000;
const week = { mon: [['09:00', '17:00']] as [string, string][] };
const [feed, other] = [sourceOf('https://example.com/de.ics'), sourceOf('regional.ics')];
const may: Holiday = { date: '2026-05-01', name: 'May Day' };
const unity: Holiday = { date: '2026-10-03', name: 'Unity' };
const stock: Holiday = { date: '2026-06-30', name: 'stocktaking' };

function entered(id: string, time: number, holidays: readonly Holiday[], effective?: string): EventOf<'calendar.set'> {
  const data = { zone: 'Europe/Berlin', week, holidays: [...holidays], ...(effective !== undefined && { effective_from: effective }) };
  return { id, source: '/office', subject: 'office', type: 'calendar.set', time, recordedTime: time, historical: false, data };
}
/** What the plan sends, as the door takes it. */
function sent(events: readonly LeadclockEvent[], source: string, holidays: readonly Holiday[], at: number): readonly LeadclockEvent[] {
  return (planHolidays('office', events, source, holidays, at)?.events ?? []).map((event) => {
    const parsed = parseEvent(event, { now: at, recordedTime: at, keepRecordedTime: false, allowProductTypes: false });
    if (!parsed.ok) throw new Error(parsed.problem);
    return parsed.event;
  });
}
const holidaysOf = (event: LeadclockEvent | undefined) => (event?.type === 'calendar.set' ? event.data.holidays : null);

it('holidays are added to those that were entered; the hours stay, and the second time nothing is sent', () => {
  const office = entered('1', now - day, [stock]);
  const [first, ...more] = sent([office], feed, [may, unity], now);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ type: 'calendar.set', subject: 'office', time: now, data: { zone: 'Europe/Berlin', week } });
  expect(holidaysOf(first)).toEqual([may, stock, unity]);
  expect(planHolidays('office', [office, first!], feed, [may, unity], now + day)).toEqual({
    events: [],
    added: [],
    removed: [],
    unchanged: [may, unity],
  });
});

it('what a file names no more is taken away, but nothing that was entered or came from elsewhere', () => {
  const office = entered('1', now - day, [stock]);
  const first = sent([office], feed, [may, stock], now);
  const second = sent([office, ...first], other, [unity], now + day);
  const plan = planHolidays('office', [office, ...first, ...second], feed, [{ date: '2026-04-03', name: 'Good Friday' }], now + 2 * day);
  expect(plan).toMatchObject({ added: [{ date: '2026-04-03' }], removed: [may], unchanged: [] });
  expect(holidaysOf(sent([office, ...first, ...second], feed, [{ date: '2026-04-03', name: 'Good Friday' }], now + 2 * day)[0])).toEqual([
    { date: '2026-04-03', name: 'Good Friday' },
    stock,
    unity,
  ]);
});

it('a holiday that somebody entered again with other hours still belongs to where it came from first', () => {
  const office = entered('1', now - 2 * day, []);
  const first = sent([office], feed, [may], now - day);
  const edited = entered('2', now - 1000, [may, stock]);
  expect(holidaysOf(sent([office, ...first, edited], feed, [unity], now)[0])).toEqual([stock, unity]);
});

it('a holiday that is called otherwise now is set anew under its new name', () => {
  const office = entered('1', now - 2 * day, []);
  const first = sent([office], feed, [may], now - day);
  const renamed = { ...may, name: 'Labour Day' };
  expect(planHolidays('office', [office, ...first], feed, [renamed], now)).toMatchObject({ added: [renamed], removed: [may] });
});

it('hours that come into force later get them too, at their time', () => {
  const summer = entered('2', now - day, [], '2026-06-01T00:00:00Z');
  const events = sent([entered('1', now - 2 * day, []), summer], feed, [unity], now);
  expect(events.map(holidaysOf)).toEqual([[unity], [unity]]);
  expect(events.map(({ data }) => ('effective_from' in data ? data.effective_from : null))).toEqual([null, '2026-06-01T00:00:00.000Z']);
  expect(sent([summer, ...events], feed, [unity], now + day)).toEqual([]);
});

it('two who import the same at once send one event; a calendar that nobody has set gets none', () => {
  const office = entered('1', now - day, []);
  const [one] = sent([office], feed, [may], now);
  const [two] = sent([office], feed, [may], now + 5);
  expect(one?.id).toBe(two?.id);
  expect(planHolidays('warehouse', [office], feed, [may], now)).toBeNull();
});

it('a version that was taken back is none', () => {
  const office = entered('1', now - 2 * day, []);
  const [first] = sent([office], feed, [may], now - day);
  const data = { source: first!.source, id: first!.id };
  const back: LeadclockEvent = { ...office, type: 'event.retracted', id: 'back', time: now - 1000, data };
  expect(planHolidays('office', [office, first!, back], feed, [may], now)).toMatchObject({ added: [may] });
});

it('what has changed is told by its days, in their order, and nothing of what has not', () => {
  const office = entered('1', now - 2 * day, []);
  const first = sent([office], feed, [unity, may], now - day);
  expect(planHolidays('office', [office], feed, [unity, may], now)?.added).toEqual([may, unity]);
  const standing = [office, ...first];
  const plan = (...holidays: readonly Holiday[]) => planHolidays('office', standing, feed, holidays, now);
  expect(plan(may, unity, stock)).toMatchObject({ added: [stock], removed: [], unchanged: [may, unity] });
  expect(plan(unity)).toMatchObject({ added: [], removed: [may], unchanged: [unity] });
  expect(plan()).toMatchObject({ added: [], removed: [may, unity], unchanged: [] });
  const renamed = { ...unity, name: 'Day of Unity' };
  expect(plan(may, renamed)).toMatchObject({ added: [renamed], removed: [unity], unchanged: [may] });
  expect(plan(unity, may)?.events).toEqual([]);
});

it('another import, and one that follows another event, is another event', () => {
  const ids = (events: readonly LeadclockEvent[], ...holidays: readonly Holiday[]) => sent(events, feed, holidays, now).map(({ id }) => id);
  const one = [entered('1', now - day, [])];
  const all = [ids(one, may), ids(one, unity), ids([entered('2', now - day, [])], may)];
  expect(new Set(all.flat()).size).toBe(3);
});

it('hours that have come into force this very instant get them from now on', () => {
  const [office, more] = [entered('1', now - day, []), entered('2', now - day + 1, [stock], new Date(now).toISOString())];
  const events = sent([office, more], feed, [may], now);
  expect(events.map(holidaysOf)).toEqual([[may, stock]]);
  expect(events.map(({ data }) => 'effective_from' in data)).toEqual([false]);
});
