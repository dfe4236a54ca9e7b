import { emptyConfiguration } from '@leadclock/domain/configuration/configuration.js';
import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { lead } from '@leadclock/domain/testing/story.js';
import type { LogRecord } from '@leadclock/event-log/event-log.js';
import { partitionOf } from '@leadclock/event-log/partition.js';
import { currentSet } from '@leadclock/read-model/sets/current-set.js';
import { readCheckpoints } from '@leadclock/read-model/write/checkpoint.table.js';
import { OwnedPartitions } from '../follow/owned-partitions.js';
import { planMoves, writeBatch } from '../follow/writer.js';
import { PARTITIONS, TestInstallation } from '../testing/installation.js';
import { foldBatch } from './fold-batch.js';
import type { FoldedBatch } from './folded-batch.js';
import { gather } from './gather.js';
import { SubjectCache } from './subject-cache.js';

const ada = lead('ada').arrived('09:00').called('09:04', 'luis');
const bob = lead('bob').arrived('09:01').called('09:20', 'ana');
const eve = lead('eve').arrived('09:02');
const dan = lead('dan').arrived('09:03');
const [adaArrives, adaIsCalled] = ada.events;
const [bobArrives, bobIsCalled] = bob.events;

let installation: TestInstallation;
beforeEach(async () => {
  installation = await TestInstallation.open();
});
afterEach(() => installation.close());

/** Folds and writes a batch of these events at once, in a process that has room for one subject. */
async function takeUp(): Promise<(...events: readonly (LeadclockEvent | undefined)[]) => Promise<FoldedBatch>> {
  const { dataSource, eventsLog, logger } = installation;
  const { topic } = eventsLog;
  const set = await currentSet(dataSource);
  const cache = new SubjectCache(1);
  const owned = new OwnedPartitions();
  for (const checkpoint of await readCheckpoints(dataSource, set.name)) {
    owned.own(checkpoint.partition, checkpoint);
    if (checkpoint.nextOffset === 0) cache.beginWhole(checkpoint.partition);
  }
  let transaction = 0;
  const settings = { dataSource, set: set.name, topic, partitions: PARTITIONS, cache, configuration: emptyConfiguration, logger };
  return async (...events) => {
    const parts = owned.all().map((own) => {
      const mine = events.filter((event) => event !== undefined && partitionOf(event.subject, PARTITIONS) === own.partition);
      const records = mine.map(
        (event, i): LogRecord => ({
          offset: own.planned.nextOffset + i,
          key: null,
          value: Buffer.from(event === undefined ? '' : encodeEvent(event)),
        }),
      );
      return { own, partition: own.partition, records };
    });
    const batch = await foldBatch(settings, gather(parts, topic, PARTITIONS, new Map()), ++transaction, null);
    const steps = parts.map(({ own, records }) => ({ own, nextOffset: own.planned.nextOffset + records.length }));
    await writeBatch({ dataSource }, set, batch, planMoves(batch, steps));
    cache.evict(batch.transaction);
    return batch;
  };
}

describe('what the set is asked for', () => {
  it('is nothing for a lead that is new, also after others had to make room', async () => {
    const fold = await takeUp();
    expect((await fold(adaArrives, bobArrives)).asked).toBe(0);
    expect((await fold(...eve.events, ...dan.events)).asked).toBe(0);
    const leads = await installation.dataSource.query('select subject from set_1.lead order by subject');
    expect(leads).toEqual([{ subject: 'ada' }, { subject: 'bob' }, { subject: 'dan' }, { subject: 'eve' }]);
  });

  it('is a lead that made room, and its earlier events count', async () => {
    const fold = await takeUp();
    await fold(adaArrives, bobArrives);
    await fold(...eve.events);
    const again = await fold(adaIsCalled, bobIsCalled, adaArrives);
    expect([again.asked, again.refolds, again.repeats]).toEqual([2, 2, 1]);
    const leads = await installation.dataSource.query('select subject, events from set_1.lead order by subject');
    expect(leads).toEqual([
      { subject: 'ada', events: 2 },
      { subject: 'bob', events: 2 },
      { subject: 'eve', events: 1 },
    ]);
  });

  it('is every lead of a partition that was taken up where another process left it', async () => {
    await (await takeUp())(adaArrives, bobArrives);
    const fold = await takeUp();
    expect((await fold(adaIsCalled)).asked).toBe(1);
    expect((await fold(bobIsCalled)).asked).toBe(1);
    expect((await installation.rows())['lead']).toHaveLength(2);
  });
});
