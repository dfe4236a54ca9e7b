import { createDataSource } from '@leadclock/read-model/data-source.js';
import { until } from '@leadclock/runtime/testing/until.js';
import type { DataSource } from 'typeorm';
import { post, type SampleEvent, sample } from './testing/sample-events.js';
import { type StoryProgram, startStoryProgram } from './testing/story-program.js';

interface Told {
  readonly lead: string;
  readonly rep: string | null;
  readonly ended: string | null;
  /** milliseconds from the deadline until it was raised */
  readonly late: number;
}

let program: StoryProgram;
let dataSource: DataSource;

beforeEach(async () => {
  program = await startStoryProgram();
  dataSource = await createDataSource(program.databaseUrl).initialize();
});
afterEach(async () => {
  await dataSource.destroy();
  await program.stop();
});

const told = (): Promise<Told[]> =>
  dataSource.query(
    'select lead, rep, ended, (extract(epoch from raised_at - due_at) * 1000)::float8 as late from alert order by lead, raised_at',
  );
const leadsTold = async (): Promise<string[]> => (await told()).map(({ lead }) => lead);
const send = async (...events: SampleEvent[]): Promise<void> => {
  expect((await post(program.url, program.key, events)).status).toBe(202);
};
const called = (id: string, lead: string, at: number) =>
  sample(id, 'touchpoint.recorded', lead, at, { touchpoint: id, channel: 'call', direction: 'outbound', rep: 'ana', outcome: 'connected' });
/** How many alerts were raised how late, seconds in all, as /metrics says it. */
const lateness = async (): Promise<{ readonly count: number; readonly sum: number }> => {
  const metrics = await (await fetch(`${program.url}/metrics`)).text();
  const figure = (name: string) =>
    Number(new RegExp(`^leadclock_alert_lateness_seconds_${name}\\{stage="raised"\\} (\\S+)$`, 'm').exec(metrics)?.[1] ?? 0);
  return { count: figure('count'), sum: figure('sum') };
};
const known = (lead: string): Promise<unknown> =>
  until(`${lead} to be known`, async () => (await fetch(`${program.url}/v1/leads/${lead}`)).status === 200);
const answered = (lead: string): Promise<unknown> =>
  until(`the answer of ${lead}`, async () =>
    (await (await fetch(`${program.url}/v1/leads/${lead}`)).text()).includes('"status":"answered"'),
  );

describe('an alert', () => {
  it('is raised at the deadline, once, to the owner or to all, and not for who was answered', async () => {
    const now = program.now();
    await send(
      sample('a', 'lead.created', 'ada', now, { owner: 'ana' }),
      sample('b', 'lead.created', 'bob', now, {}),
      sample('c', 'lead.created', 'cy', now, {}),
      called('c2', 'cy', now + 1),
    );
    for (const lead of ['ada', 'bob', 'cy']) await known(lead);
    expect(await told()).toEqual([]);
    const before = await lateness();
    program.forward(300_500);
    await until('two alerts', async () => (await told()).length === 2);
    const alerts = await told();
    const lateS = alerts.reduce((sum, { late }) => sum + late / 1_000, 0);
    const after = await until('both to be counted', async () => {
      const counted = await lateness();
      return counted.count === before.count + 2 ? counted : null;
    });
    // counted once they are committed, so that it is a little more than what stands in their rows
    expect(after.sum - before.sum).toBeGreaterThanOrEqual(lateS - 0.002);
    expect(after.sum - before.sum).toBeLessThan(lateS + 5);
    expect(alerts.map(({ lead, rep, ended }) => [lead, rep, ended])).toEqual([
      ['ada', 'ana', null],
      ['bob', null, null],
    ]);
    program.forward(600_000);
    await send(called('b2', 'bob', program.now()));
    await until('the end of the alert', async () => (await told()).some(({ ended }) => ended === 'resolved'));
    expect(await told()).toMatchObject([
      { lead: 'ada', ended: null },
      { lead: 'bob', ended: 'resolved' },
    ]);
    await until('its events in the timeline', async () => {
      const timeline = await (await fetch(`${program.url}/v1/leads/bob/timeline`)).text();
      return timeline.includes('alert.raised') && timeline.includes('alert.resolved');
    });
  });

  it('is taken back when it turns out that there was an answer, and raised anew when that was none', async () => {
    const now = program.now();
    await send(sample('a', 'lead.created', 'ada', now, { owner: 'ana' }));
    await known('ada');
    program.forward(310_000);
    await until('the alert', async () => (await told()).length === 1);
    await send(called('a2', 'ada', now + 60_000));
    await until('that it was taken back', async () => (await told())[0]?.ended === 'retracted');
    await send(sample('a3', 'event.retracted', 'ada', program.now(), { source: '/test', id: 'a2' }));
    await until('a second round', async () => (await told()).length === 2);
    expect((await told()).map(({ ended }) => ended)).toEqual(['retracted', null]);
  });

  it('rings nobody for history: leads of a backfill, and deadlines that had passed when old events were read', async () => {
    const now = program.now();
    const old = { ...sample('h', 'lead.created', 'hal', now - 3_600_000, {}), historical: true };
    await send(old, sample('n', 'lead.created', 'new', now - 295_000, {}));
    await known('hal');
    await known('new');
    program.forward(10_000);
    await until('the alert of the present', async () => (await leadsTold()).includes('new'));
    expect(await leadsTold()).toEqual(['new']);
  });

  it('that fell due while the program was away is raised at its start, with how late it is', async () => {
    const now = program.now();
    await send(sample('a', 'lead.created', 'ada', now, {}), sample('b', 'lead.created', 'bob', now, {}));
    await known('ada');
    await known('bob');
    await send(called('b2', 'bob', now + 1_000));
    await answered('bob');
    await program.stopApps();
    program.forward(420_000);
    await program.startApps();
    await until('the alert', async () => (await told()).length === 1);
    const [alert] = await told();
    expect(alert).toMatchObject({ lead: 'ada' });
    expect(alert?.late).toBeGreaterThanOrEqual(119_000);
    expect(alert?.late).toBeLessThan(180_000);
  });
});
