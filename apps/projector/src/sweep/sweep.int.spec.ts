import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { TestInstallation } from '../testing/installation.js';

const leads = Array.from({ length: 30 }, (_, i) =>
  lead(`lead-${i}`)
    .arrived('09:00')
    .assigned('09:01', i % 2 ? 'luis' : 'ana')
    .called('09:08', 'luis', 'connected'),
);
const tenMinutes = subject('fast').tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 600 }, steps: [] });
const oneMinute = subject('fast').tell(
  'policy.set',
  '08:30',
  { order: 1, match: {}, targets: { answer_s: 60 }, steps: [] },
  { id: 'stricter' },
);
const team = subject('luis').tell('rep.set', '08:00', { name: 'Luis', team: 'north', active: true });
const madrid = subject('site').tell('site.set', '08:10', { name: 'Floor', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR' });
/** Subjects that are no leads: their rows name a rep, or lie in the site's zone. */
const others = [
  subject('survey').tell('survey.answered', '09:00', { score: 9, rep: 'luis' }),
  subject('subscription').subscribed('09:00', 'k1', 50, { rep: 'luis' }),
  subject('spend').spent('09:00', 9, '2026-11-01', '2026-11-03'),
  subject('target').aimed('09:00', 100, '2026-11-01', '2026-11-30'),
  subject('forecast').foresaw('09:00', 100, '2026-11-09', '2026-11-15'),
];

describe('configuration that moves on', () => {
  const opened: TestInstallation[] = [];
  const open = async (): Promise<TestInstallation> => {
    const installation = await TestInstallation.open();
    opened.push(installation);
    return installation;
  };
  afterEach(async () => {
    for (const installation of opened.splice(0)) await installation.close();
  });

  const configuration = [...tenMinutes.events, ...madrid.events, ...team.events, ...oneMinute.events];
  const leadEvents = [...leads, ...others].flatMap((story) => story.events);

  async function configuredFirst(): Promise<TestInstallation> {
    const installation = await open();
    await installation.append(...configuration, ...leadEvents);
    installation.start();
    await installation.caughtUp();
    return installation;
  }

  it('comes to the same rows after the events as before them', async () => {
    const before = await (await configuredFirst()).rows();
    const installation = await open();
    await installation.append(...leadEvents);
    installation.start();
    await installation.caughtUp();
    expect((await installation.rows())['fact']).not.toEqual(before['fact']);
    for (const event of configuration) {
      await installation.append(event);
      await installation.caughtUp();
    }
    expect(await installation.rows()).toEqual(before);
  });

  it('begins its sweep again after a stop in the middle of it', async () => {
    const before = await (await configuredFirst()).rows();
    const installation = await open();
    await installation.append(...leadEvents);
    const first = installation.start({ batchLimit: 5 });
    await installation.caughtUp();
    await installation.append(...configuration);
    await installation.stop(first);
    installation.start({ cacheBound: 3 });
    await installation.caughtUp();
    expect(await installation.rows()).toEqual(before);
  });

  it('makes facts anew that were made under a change that was taken back again', async () => {
    const plain = await open();
    await plain.append(...leadEvents);
    plain.start();
    await plain.caughtUp();
    const installation = await open();
    await installation.append(...tenMinutes.events, ...leadEvents);
    const first = installation.start();
    await installation.caughtUp();
    await installation.stop(first);
    const back = subject('fast').tell('event.retracted', '08:10', { source: '/story', id: 'e1' }, { id: 'back' }).events[0];
    if (back === undefined) throw new Error('the story has an event');
    await installation.configLog.append([{ key: 'fast', value: encodeEvent(back) }]);
    installation.start();
    await installation.caughtUp();
    expect((await installation.rows())['fact']).toEqual((await plain.rows())['fact']);
  });
});
