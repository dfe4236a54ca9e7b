import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { type LiveApp, StoryClock, startLiveApp } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';

let planted: Planted;
let app: LiveApp;
beforeAll(async () => {
  planted = await Planted.open();
  app = await startLiveApp(planted.dataSource, new StoryClock(at('09:30')));
});
afterAll(async () => {
  await app.close();
  await planted.close();
});

it('a lead tells each of its pauses, and both clocks without them', async () => {
  const paused = lead('ada')
    .arrived('09:00')
    .tell('lead.paused', '09:02', { reason: 'documents', rep: 'ana' })
    .resumed('09:12')
    .paused('09:20');
  await planted.plant(paused, lead('bob').arrived('09:00'), lead('cy').arrived('09:00').tell('lead.merged', '09:01', { into: 'ada' }));
  const clocksOf = async (id: string) => (await (await fetch(`${app.url}/v1/leads/${id}`)).json()).clocks;
  expect(await clocksOf('ada')).toMatchObject({
    working_s: 600,
    wall_s: 600,
    paused_s: 1200,
    paused_working_s: 1200,
    paused: true,
    pauses: [
      {
        from: '2026-11-02T09:02:00.000Z',
        until: '2026-11-02T09:12:00.000Z',
        seconds: 600,
        working_s: 600,
        reason: 'documents',
        rep: 'ana',
      },
      { from: '2026-11-02T09:20:00.000Z', until: null, seconds: 600, working_s: 600, reason: null, rep: null },
    ],
  });
  expect((await clocksOf('bob')).pauses).toEqual([]);
  expect((await clocksOf('cy')).pauses).toEqual([]);
});
