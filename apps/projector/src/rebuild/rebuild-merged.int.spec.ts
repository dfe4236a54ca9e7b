import { lead } from '@leadclock/domain/testing/story.js';
import { TestInstallation } from '../testing/installation.js';
import { whileReading } from '../testing/while-reading.js';
import { verify } from '../verify/verify.js';
import { rebuild } from './rebuild.js';

const leads = Array.from({ length: 24 }, (_, i) =>
  lead(`lead-${i}`)
    .arrived(`09:${10 + i}`)
    .called('09:40', 'ana', 'connected')
    .won('09:50'),
);
/** Every third belongs to the one before it, whichever partition that lies in. */
const merged = leads.map((story, i) => (i % 3 === 1 ? story.tell('lead.merged', '10:00', { into: `lead-${i - 1}` }) : story));
const parted = merged.map((story, i) => (i % 6 === 1 ? story.tell('lead.merged', '10:10', { into: null }) : story));
const further = parted.map((story, i) => (i % 3 === 0 ? story.tell('lead.merged', '10:20', { into: `lead-${i + 2}` }) : story));
const chained = further.map((story) => story.called('09:05', 'luis'));

describe('a rebuild beside leads that are merged meanwhile', () => {
  let installation: TestInstallation;
  beforeEach(async () => {
    installation = await TestInstallation.open();
    installation.start();
  });
  afterEach(() => installation.close());

  it('comes to the rows of a projector that had heard all of it', async () => {
    await installation.append(...merged.flatMap(({ events }) => events));
    await installation.caughtUp();
    const meanwhile = chained.flatMap(({ events }, i) => events.slice(merged[i]?.events.length ?? 0));
    const { dataSource, configLog, logger } = installation;
    const eventsLog = whileReading(installation.eventsLog, () => installation.append(...meanwhile));
    await rebuild({ dataSource, configLog, logger, eventsLog });
    await installation.caughtUp();
    expect(await verify(installation)).toMatchObject({ set: 'set_2', differing: 0, differences: [], pendingSubjects: 0 });
    const alone = await TestInstallation.open();
    try {
      alone.start();
      await alone.append(...chained.flatMap(({ events }) => events));
      await alone.caughtUp();
      expect(await installation.rows('set_2')).toEqual(await alone.rows());
    } finally {
      await alone.close();
    }
  });
});
