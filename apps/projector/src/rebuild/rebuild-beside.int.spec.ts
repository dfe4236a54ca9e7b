import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { TestInstallation } from '../testing/installation.js';
import { whileReading } from '../testing/while-reading.js';
import { verify } from '../verify/verify.js';
import { rebuild } from './rebuild.js';

const leads = Array.from({ length: 30 }, (_, i) =>
  lead(`lead-${i}`)
    .arrived('09:00')
    .assigned('09:01', i % 2 ? 'luis' : 'ana')
    .called('09:08', 'luis', 'connected'),
).flatMap((story) => story.events);
const policy = (id: string, seconds: number) =>
  subject(id).tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: seconds }, steps: [] }).events;
const before = policy('fast', 600);
const meanwhile = [
  ...policy('faster', 60),
  ...subject('luis').tell('rep.set', '08:00', { name: 'Luis', team: 'north', active: true }).events,
];

describe('a rebuild beside configuration that moves on', () => {
  const opened: TestInstallation[] = [];
  const open = async (...events: readonly LeadclockEvent[]): Promise<TestInstallation> => {
    const installation = await TestInstallation.open();
    opened.push(installation);
    await installation.append(...events);
    installation.start();
    await installation.caughtUp();
    return installation;
  };
  afterEach(async () => {
    for (const installation of opened.splice(0)) await installation.close();
  });

  it('is swept after the switch by a projector that has nothing else to do, and comes to the same rows', async () => {
    const told = await (await open(...before, ...meanwhile, ...leads)).rows();
    const installation = await open(...before, ...leads);
    const report = await rebuild({
      ...asked(installation),
      eventsLog: whileReading(installation.eventsLog, () => installation.append(...meanwhile)),
    });
    expect(report).toMatchObject({ to: 'set_2' });
    // no record comes after the switch
    await until('the set is under the newest configuration', async () => {
      const rows = await installation.dataSource.query<{ n: number }[]>(
        'select count(*) as n from set_2.checkpoint where config_offset = 3',
      );
      return rows[0]?.n === 4;
    });
    expect(await installation.rows('set_2')).toEqual(told);
    expect(await verify(installation)).toMatchObject({ set: 'set_2', differing: 0, pendingSubjects: 0 });
  });

  it('comes to the same rows when it begins in the middle of a sweep', async () => {
    const told = await (await open(...before, ...meanwhile, ...leads)).rows();
    const installation = await open(...before, ...leads);
    const [first, ...rest] = meanwhile;
    if (first !== undefined) await installation.append(first);
    const rebuilding = rebuild(installation);
    await installation.append(...rest);
    await rebuilding;
    await installation.caughtUp();
    expect(await installation.rows('set_2')).toEqual(told);
    expect(await verify(installation)).toMatchObject({ set: 'set_2', differing: 0, pendingSubjects: 0 });
  });
});

const asked = ({ dataSource, configLog, logger }: TestInstallation) => ({ dataSource, configLog, logger });
