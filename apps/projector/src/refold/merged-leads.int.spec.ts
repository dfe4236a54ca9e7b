import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { lead, type Story } from '@leadclock/domain/testing/story.js';
import { partitionOf } from '@leadclock/event-log/partition.js';
import { rebuild } from '../rebuild/rebuild.js';
import { PARTITIONS, TestInstallation } from '../testing/installation.js';
import { verify } from '../verify/verify.js';

const ada = lead('ada').arrived('09:10', { origin: 'event' }).called('09:14', 'luis', 'connected').opened('09:20').won('09:40');
const bob = lead('bob').arrived('09:00', { origin: 'referral', owner: 'ana' }).called('09:12', 'ana');
const cleo = lead('cleo').arrived('09:05').opened('09:30');
const dora = lead('dora').arrived('09:30');
const into = (story: Story, time: string, root: string | null) => story.tell('lead.merged', time, { into: root });
const eventsOf = (stories: readonly Story[]): readonly LeadclockEvent[] => stories.flatMap(({ events }) => events);

/** An order of arrival that a seed draws, with every third event twice. */
function shuffled(events: readonly LeadclockEvent[], seed: number): readonly LeadclockEvent[] {
  let state = seed;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647);
  const all = [...events, ...events.filter((_, i) => i % 3 === 0)];
  return all
    .map((event) => ({ event, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ event }) => event);
}

describe('merged leads', () => {
  const opened: TestInstallation[] = [];
  const open = async (): Promise<TestInstallation> => {
    const installation = await TestInstallation.open();
    opened.push(installation);
    return installation;
  };
  afterEach(async () => {
    for (const installation of opened.splice(0)) await installation.close();
  });

  /** Where leads went, those that are one line of the list, and the arrivals that are counted. */
  async function standing({ dataSource }: TestInstallation) {
    const leads = await dataSource.query<{ subject: string }[]>('select subject from set_1.lead order by subject');
    const away = await dataSource.query<{ subject: string; root: string }[]>(
      'select subject, merged_into as root from set_1.other_subject where merged_into is not null order by subject',
    );
    const facts = await dataSource.query<{ subject: string }[]>(`select distinct subject from set_1.fact order by subject`);
    const names = (rows: readonly { subject: string }[]) => rows.map(({ subject }) => subject).join(' ');
    return { leads: names(leads), facts: names(facts), away: away.map(({ subject, root }) => `${subject}>${root}`).join(' ') };
  }

  /** Nothing differs from the log, and a rebuild comes to the same rows. */
  async function isSound(installation: TestInstallation): Promise<void> {
    expect(await verify(installation)).toMatchObject({ differing: 0, differences: [], pendingSubjects: 0 });
    const before = await installation.rows();
    expect(await rebuild(installation)).toMatchObject({ to: 'set_2', differing: 0 });
    expect(await installation.rows('set_2')).toEqual(before);
  }

  it('lie in other partitions than those that they are merged with', () => {
    const homes = ['ada', 'bob', 'cleo', 'dora'].map((name) => partitionOf(name, PARTITIONS));
    expect(new Set(homes).size).toBeGreaterThan(2);
  });

  it('are one subject: rows under the root alone, timelines under the lead that each event came under', async () => {
    const installation = await open();
    await installation.append(...into(bob, '10:00', 'ada').events, ...ada.events);
    installation.start();
    await installation.caughtUp();
    expect(await standing(installation)).toEqual({ leads: 'ada', facts: 'ada', away: 'bob>ada' });
    const [row] = await installation.dataSource.query(
      'select events, owner, origin, touches, extract(epoch from answered_at - arrived_at)::int as waited from set_1.lead',
    );
    expect(row).toEqual({ events: 7, owner: 'ana', origin: 'referral', touches: 2, waited: 720 });
    const timelines = await installation.dataSource.query('select subject, count(*) as n from set_1.timeline group by 1 order by 1');
    expect(timelines).toEqual([
      { subject: 'ada', n: 4 },
      { subject: 'bob', n: 3 },
    ]);
    await isSound(installation);
  });

  it.each<[string, readonly Story[], Awaited<ReturnType<typeof standing>>]>([
    [
      'a chain',
      [into(ada, '10:00', 'bob'), into(bob, '10:01', 'cleo'), cleo, dora],
      { leads: 'cleo dora', facts: 'cleo dora', away: 'ada>cleo bob>cleo' },
    ],
    [
      'a circle',
      [into(ada, '10:00', 'bob'), into(bob, '10:01', 'cleo'), into(cleo, '10:02', 'ada')],
      { leads: 'cleo', facts: 'cleo', away: 'ada>cleo bob>cleo' },
    ],
    [
      'merges taken back and retracted',
      [into(into(ada, '10:00', 'bob'), '10:05', null), bob, into(cleo, '10:00', 'dora').takenBack('10:06', 'e3'), dora],
      { leads: 'ada bob cleo dora', facts: 'ada bob cleo dora', away: '' },
    ],
    [
      'a lead that moves on',
      [into(into(ada, '10:00', 'bob'), '10:05', 'cleo'), bob, cleo],
      { leads: 'bob cleo', facts: 'bob cleo', away: 'ada>cleo' },
    ],
    [
      'a root that nobody ever heard of',
      [into(ada, '10:00', 'ghost'), into(bob, '10:00', 'ghost')],
      { leads: 'ghost', facts: 'ghost', away: 'ada>ghost bob>ghost' },
    ],
    [
      'a circle that a retraction opens',
      [into(ada, '10:00', 'bob').takenBack('10:10', 'e5'), into(bob, '10:01', 'ada')],
      { leads: 'ada', facts: 'ada', away: 'bob>ada' },
    ],
  ])(
    'stand the same whatever the order of arrival: %s',
    async (_, stories, expected) => {
      const rows: unknown[] = [];
      for (const seed of [1, 2, 3, 4]) {
        const installation = await open();
        installation.start({ batchLimit: 1 + seed });
        const events = shuffled(eventsOf(stories), seed * 7919);
        // in pieces, so that some come after what merges them has been worked in
        for (let i = 0; i < events.length; i += 3 * seed) {
          await installation.append(...events.slice(i, i + 3 * seed));
          if (seed % 2 === 0) await installation.caughtUp();
        }
        await installation.caughtUp();
        expect(await standing(installation)).toEqual(expected);
        rows.push(await installation.rows());
        if (seed === 1) await isSound(installation);
      }
      for (const other of rows) expect(other).toEqual(rows[0]);
    },
    60_000,
  );

  it('take up what comes late, under any of them, and leave nothing of it behind when they part', async () => {
    const installation = await open();
    installation.start();
    const merged = into(bob, '10:00', 'ada');
    await installation.append(...ada.events, ...merged.events);
    await installation.caughtUp();
    const late = merged.called('09:03', 'eva', 'connected');
    await installation.append(...late.events.slice(-1));
    await installation.caughtUp();
    const answered = 'select subject, answered_by from set_1.lead order by subject';
    expect(await installation.dataSource.query(answered)).toEqual([{ subject: 'ada', answered_by: 'eva' }]);
    await installation.append(...into(late, '11:00', null).events.slice(-1));
    await installation.caughtUp();
    expect(await standing(installation)).toEqual({ leads: 'ada bob', facts: 'ada bob', away: '' });
    expect(await installation.dataSource.query(answered)).toEqual([
      { subject: 'ada', answered_by: 'luis' },
      { subject: 'bob', answered_by: 'eva' },
    ]);
    await isSound(installation);
  });

  it('have no rows left of a root that nothing is merged into any more', async () => {
    const installation = await open();
    installation.start();
    await installation.append(...into(ada, '10:00', 'ghost').events);
    await installation.caughtUp();
    await installation.append(...into(into(ada, '10:00', 'ghost'), '10:01', null).events.slice(-1));
    await installation.caughtUp();
    expect(await standing(installation)).toEqual({ leads: 'ada', facts: 'ada', away: '' });
    await isSound(installation);
  });

  it('are judged anew when the configuration changes', async () => {
    const installation = await open();
    installation.start();
    await installation.append(...ada.events, ...into(bob, '10:00', 'ada').events);
    await installation.caughtUp();
    await installation.append(
      ...lead('p').tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 60 }, steps: [] }).events,
    );
    await installation.caughtUp();
    expect(await standing(installation)).toEqual({ leads: 'ada', facts: 'ada', away: 'bob>ada' });
    await isSound(installation);
  });

  it('are marked while an event of any of them cannot be read', async () => {
    const installation = await open();
    installation.start();
    await installation.append(...ada.events, ...into(bob, '10:00', 'ada').events);
    await installation.caughtUp();
    await installation.eventsLog.append([{ key: 'bob', value: 'no event' }]);
    await installation.caughtUp();
    expect(await installation.dataSource.query('select subject, incomplete from set_1.lead')).toEqual([
      { subject: 'ada', incomplete: 'parked' },
    ]);
    expect(await verify(installation)).toMatchObject({ differing: 0, pendingSubjects: 2 });
  });

  it('cost nothing where nobody is merged: the set is not asked who waits', async () => {
    const installation = await open();
    installation.start({ lookEveryMs: 600_000 });
    // it looks as it takes a partition up, and has taken up those of which it has counted an event
    const homes = new Map(Array.from({ length: 40 }, (_, n) => [partitionOf(`lead-${n}`, PARTITIONS), `lead-${n}`]));
    expect(homes.size).toBe(PARTITIONS);
    await installation.append(...[...homes.values()].flatMap((name) => lead(name).arrived('09:00').events));
    await installation.caughtUp();
    const transaction = jest.spyOn(installation.dataSource, 'transaction');
    // whoever asks reads in one snapshot
    const looks = (): number => transaction.mock.calls.filter(([isolation]) => isolation === 'REPEATABLE READ').length;
    const told = [...ada.events, ...cleo.events, ...dora.called('09:31', 'ana').won('09:50').events];
    for (const event of told) {
      await installation.append(event);
      await installation.caughtUp();
    }
    // the look for the partition that was taken up last may come after its events
    expect({ told: told.length, atMostOne: looks() <= 1 }).toEqual({ told: 9, atMostOne: true });
    const before = looks();
    await installation.append(...into(bob, '10:00', 'ada').events);
    await installation.caughtUp();
    expect(looks()).toBeGreaterThan(before);
    transaction.mockRestore();
  });
});
