import { createHash } from 'node:crypto';
import { eventTypes } from '@leadclock/domain/events/catalogue.js';
import { factKinds } from '@leadclock/domain/facts/fact.js';
import { derivation } from '@leadclock/read-model/sets/derivation.js';
import { TestInstallation } from '../testing/installation.js';
import { wholeStory } from '../testing/whole-story.js';

/** Every column that is derived from the log, table by table; instants of writing are not. */
const tables: Readonly<Record<string, string>> = {
  lead: '*',
  timeline: '*',
  fact: '*',
  deadline: 'lead, step, due_at, policy, clock',
  conflict: '*',
  other_subject: '*',
  merge: '*',
  config_event: '*',
  parked: 'topic, partition, "offset", reason, subject, value',
};

describe('the derivation of this program', () => {
  let installation: TestInstallation;
  beforeAll(async () => {
    installation = await TestInstallation.open();
    await installation.append(...wholeStory);
    await installation.eventsLog.append([{ key: 'ada', value: 'no event' }]);
    installation.start();
    await installation.caughtUp();
  });
  afterAll(() => installation.close());

  it('is judged by a log in which every type of event and every kind of fact occurs', async () => {
    expect(new Set(wholeStory.map(({ type }) => type))).toEqual(new Set(eventTypes));
    const kinds = await installation.dataSource.query<{ kind: string }[]>('select distinct kind from set_1.fact');
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(factKinds));
    const [empty] = await installation.dataSource.query<Record<string, boolean>[]>(
      `select ${Object.keys(tables)
        .map((table) => `not exists (select from set_1.${table}) as ${table}`)
        .join(', ')}`,
    );
    expect(Object.keys(empty ?? {}).filter((table) => empty?.[table])).toEqual([]);
  });

  it('has the number that goes with what the rows of that log come to', async () => {
    const made = await fingerprint(installation);
    if (made !== derivation.fingerprint)
      throw new Error(
        `the same log comes to other rows than before: sets that installations hold were made otherwise. In libs/read-model/src/sets/derivation.ts ` +
          `raise the version, unless it was raised since the last release, so that they are told to rebuild:\n\n` +
          `export const derivation = { version: ${derivation.version + 1}, fingerprint: '${made}' } as const;\n`,
      );
  });
});

function fingerprint({ dataSource }: TestInstallation): Promise<string> {
  return dataSource.transaction(async (em) => {
    // an instant is written in the zone of the session
    await em.query(`set local time zone 'UTC'`);
    const hash = createHash('sha256');
    for (const [table, columns] of Object.entries(tables)) {
      const rows = await em.query<{ row: string }[]>(
        `select r::text collate "C" as row from (select ${columns} from set_1.${table}) r order by 1`,
      );
      hash.update(`${table}\n${rows.map(({ row }) => `${row}\n`).join('')}`);
    }
    return hash.digest('hex').slice(0, 16);
  });
}
