import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { TestInstallation } from '../testing/installation.js';

const ada = lead('ada')
  .arrived('09:00', { origin: 'referral' })
  .assigned('09:02', 'luis')
  .called('09:04', 'luis', 'connected')
  .opened('09:10')
  .won('09:30');
const bob = lead('bob').arrived('09:01').called('09:20', 'ana');
const euro = subject('EUR').tell('rate.set', '08:00', { date: '2026-11-01', to: 'USD', rate: 1.1 });
const events: readonly LeadclockEvent[] = [...ada.events, ...bob.events, ...euro.events];

let installations: TestInstallation[] = [];
async function open(): Promise<TestInstallation> {
  const installation = await TestInstallation.open();
  installations.push(installation);
  return installation;
}

afterEach(async () => {
  for (const installation of installations) await installation.close();
  installations = [];
});

/** The rows that these events come to, in a fresh installation. */
async function rowsOf(given: readonly LeadclockEvent[], settings: { readonly cacheBound?: number; readonly batchLimit?: number } = {}) {
  const installation = await open();
  await installation.append(...given);
  installation.start(settings);
  await installation.caughtUp();
  return installation.rows();
}

describe('the projector', () => {
  it('makes rows of the events in the log', async () => {
    const rows = await rowsOf(events);
    expect(rows['timeline']).toHaveLength(events.length);
    expect(rows['lead']).toHaveLength(2);
    expect(rows['other_subject']).toHaveLength(1);
    expect(rows['lead']?.[0]).toContain('ada');
    expect(rows['fact']?.some((row) => row.startsWith('(ada,response,'))).toBe(true);
    expect(rows['fact']?.some((row) => row.startsWith('(EUR,rate,'))).toBe(true);
    expect(rows['deadline']).toEqual([]);
  });

  it('comes to the same rows in any order, with any repeats, from the cache or from the timeline', async () => {
    const told = await rowsOf(events);
    expect(await rowsOf(events.toReversed(), { batchLimit: 1 })).toEqual(told);
    expect(await rowsOf([...events, ...events.toReversed(), ...events], { batchLimit: 2, cacheBound: 0 })).toEqual(told);
  });

  it('lets the earliest hearing of a repeat count, whichever comes first', async () => {
    const late = { ...ada.events[2], recordedTime: (ada.events[2]?.recordedTime ?? 0) - 600_000 } as LeadclockEvent;
    const [first, second] = [await rowsOf([...events, late]), await rowsOf([late, ...events])];
    expect(first).toEqual(second);
    expect(first).not.toEqual(await rowsOf(events));
  });

  it('lets the content that was heard first count, and lists the other one as a conflict', async () => {
    const other = { ...bob.events[0], data: { origin: 'event' }, recordedTime: (bob.events[0]?.recordedTime ?? 0) + 5 } as LeadclockEvent;
    const [first, second] = [await rowsOf([...events, other]), await rowsOf([other, ...events], { batchLimit: 1 })];
    expect(first).toEqual(second);
    expect(first['conflict']).toHaveLength(1);
    expect(first['fact']).toEqual((await rowsOf(events))['fact']);
  });

  it('goes on where it was, without writing anything twice', async () => {
    const installation = await open();
    await installation.append(...ada.events.slice(0, 2), ...bob.events);
    await installation.stop(await started(installation));
    await installation.append(...ada.events.slice(2), ...euro.events);
    await started(installation);
    expect(await installation.rows()).toEqual(await rowsOf(events));
  });

  it('parks what is no event of ours, alone, with its place and its reason', async () => {
    const installation = await open();
    const { eventsLog } = installation;
    await eventsLog.append([{ key: 'ada', value: 'no event' }]);
    await installation.append(...ada.events);
    const unknown = encodeEvent(bob.events[0] as LeadclockEvent).replace('lead.created', 'lead.vanished');
    await eventsLog.append([{ key: 'bob', value: unknown }]);
    await installation.append(...bob.events);
    await eventsLog.append([{ key: 'another key', value: encodeEvent(euro.events[0] as LeadclockEvent) }]);
    await started(installation);
    const parked = await installation.dataSource.query<{ reason: string; subject: string | null }[]>(
      'select reason, subject from set_1.parked order by reason',
    );
    expect(parked).toEqual([
      { reason: 'bytes', subject: 'ada' },
      { reason: 'partition', subject: null },
      { reason: 'type', subject: 'bob' },
    ]);
    const leads = await installation.dataSource.query('select subject, incomplete, events from set_1.lead order by subject');
    expect(leads).toEqual([
      { subject: 'ada', incomplete: 'parked', events: 5 },
      { subject: 'bob', incomplete: 'parked', events: 2 },
    ]);
  });
});

async function started(installation: TestInstallation) {
  const projector = installation.start();
  await installation.caughtUp();
  return projector;
}
