import { lead } from '@leadclock/domain/testing/story.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { DealtLog } from '../testing/dealt-log.js';
import { TestInstallation } from '../testing/installation.js';
import { Projector } from './projector.js';

describe('a partition that goes from one projector to another and back', () => {
  let installation: TestInstallation;
  let projectors: Projector[] = [];

  beforeEach(async () => {
    installation = await TestInstallation.open();
  });
  afterEach(async () => {
    for (const projector of projectors) await projector.stop();
    projectors = [];
    await installation.close();
  });

  it('has the state of all events, though the first projector knew the lead from before', async () => {
    const { dataSource, configLog, logger } = installation;
    const dealt = new DealtLog(installation.eventsLog);
    projectors = [0, 1].map(() => new Projector({ dataSource, eventsLog: dealt.forNext(), configLog, logger, report: () => undefined }));
    for (const projector of projectors) projector.start();
    await until('both follow', () => dealt.following === 2);

    const story = lead('ada').arrived('09:00').assigned('09:01', 'luis').called('09:02', 'luis', 'connected').opened('09:10').won('09:30');
    const all = [0, 1, 2, 3];
    for (const [i, event] of story.events.entries()) {
      await installation.append(event);
      const who = i % 2;
      for (const partition of all) await dealt.give(who, partition);
      await installation.caughtUp();
      for (const partition of all) await dealt.take(who, partition);
    }

    const alone = await TestInstallation.open();
    try {
      await alone.append(...story.events);
      alone.start();
      await alone.caughtUp();
      expect(await installation.rows()).toEqual(await alone.rows());
    } finally {
      await alone.close();
    }
  });

  it('is written by one of two that both think it is theirs, and the other one comes to nothing', async () => {
    const { dataSource, configLog, logger } = installation;
    const dealt = new DealtLog(installation.eventsLog);
    projectors = [0, 1].map(() => new Projector({ dataSource, eventsLog: dealt.forNext(), configLog, logger, report: () => undefined }));
    for (const projector of projectors) projector.start();
    await until('both follow', () => dealt.following === 2);
    await installation.append(...lead('ada').arrived('09:00').called('09:03', 'luis').events);
    await Promise.all([0, 1].flatMap((who) => [0, 1, 2, 3].map((partition) => dealt.give(who, partition))));
    await installation.caughtUp();
    const [{ timeline, fences }] = await dataSource.query<[{ timeline: number; fences: number }]>(
      'select (select count(*) from set_1.timeline) as timeline, (select count(*) from set_1.lead where events = 2) as fences',
    );
    expect({ timeline, fences }).toEqual({ timeline: 2, fences: 1 });
  });
});
