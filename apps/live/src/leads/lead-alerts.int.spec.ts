import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { snoozeAlert } from '@leadclock/read-model/outside/alert.table.js';
import { plantAlerts } from '@leadclock/read-model/testing/plant-alerts.js';
import { type OpenWall, openWall } from '../testing/open-wall.js';

let floor: OpenWall;
beforeAll(async () => {
  floor = await openWall();
  await floor.planted.plant(
    subject('web').tell('policy.set', '08:00', {
      order: 1,
      match: { origin: ['web_form'] },
      targets: { answer_s: 300 },
      snooze_max_s: 600,
      steps: [{ id: 'late', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner'] }],
    }),
    lead('web-1').arrived('09:01', { origin: 'web_form', owner: 'ana' }),
  );
});
afterAll(() => floor.close());

const ask = async (of: string) => {
  const reply = await fetch(`${floor.live.url}/v1/leads/${of}/alerts`);
  return { status: reply.status, body: await reply.json() };
};
const raise = (id: string, of: string, step: string) =>
  plantAlerts(floor.planted.dataSource, {
    id,
    lead: of,
    step,
    dueAt: at('09:05'),
    raisedAt: at('09:05'),
    rep: '["ana","team:north"]',
    unconfirmed: false,
  });

it('tells how far each can be put off: by its policy from now, else never past the target', async () => {
  expect((await ask('ada')).body).toEqual({ lead: 'ada', as_of: '2026-11-02T09:06:00.000Z', alerts: [] });
  await raise('a1', 'ada', 'due');
  await raise('w1', 'web-1', 'late');
  expect((await ask('ada')).body.alerts).toEqual([
    {
      alert: 'a1',
      step: 'due',
      due_at: '2026-11-02T09:05:00.000Z',
      raised_at: '2026-11-02T09:05:00.000Z',
      to: ['ana', 'team:north'],
      acknowledged_by: null,
      snoozed: null,
      snooze_limit: { until: '2026-11-02T09:05:00.000Z', by: 'target' },
    },
  ]);
  await snoozeAlert(floor.planted.dataSource.manager, 'w1', { rep: 'ana', at: at('09:06'), until: at('09:08'), reason: 'on_call' });
  expect((await ask('web-1')).body.alerts).toMatchObject([
    {
      snoozed: { until: '2026-11-02T09:08:00.000Z', by: 'ana', reason: 'on_call' },
      snooze_limit: { until: '2026-11-02T09:16:00.000Z', by: 'policy' },
    },
  ]);
});

it('of a lead that there is not is a 404', async () => {
  expect(await ask('nobody')).toMatchObject({ status: 404 });
});
