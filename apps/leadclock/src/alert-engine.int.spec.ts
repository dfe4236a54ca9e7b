import { AlertEngine } from '@leadclock/alerts/engine/alert-engine.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story } from '@leadclock/domain/testing/story.js';
import { TestInstallation } from '@leadclock/projector/testing/installation.js';
import { alertLateness } from '@leadclock/runtime/alert-lateness.js';
import { until } from '@leadclock/runtime/testing/until.js';

interface Told {
  readonly lead: string;
  readonly ended: string | null;
  readonly unconfirmed: boolean;
}

describe('the engine of alerts', () => {
  let installation: TestInstallation;
  /** what stands in the log beyond what the projector has read */
  let unread: number;
  let now: number;
  let elapsed: number;
  beforeEach(async () => {
    installation = await TestInstallation.open();
    [unread, now, elapsed] = [0, at('09:01'), 0];
    installation.start();
  });
  afterEach(() => installation.close());

  const engine = () => {
    const { dataSource, eventsLog } = installation;
    const ranges = async () => (await eventsLog.ranges()).map((range) => ({ ...range, next: range.next + unread }));
    return new AlertEngine({
      dataSource,
      log: { topic: eventsLog.topic, partitions: eventsLog.partitions, ranges },
      now: () => now,
      elapsed: () => elapsed,
    });
  };
  /** Both things that an engine does, after a pause in which nothing was looked at. */
  const turn = async (...engines: readonly AlertEngine[]): Promise<void> => {
    elapsed += 10_000;
    for (const one of engines) one.call();
    await Promise.all(engines.map((one) => one.keepUp()));
    await Promise.all(engines.map((one) => one.ring()));
  };
  const given = async (...stories: readonly Story[]): Promise<void> => {
    await installation.append(...stories.flatMap(({ events }) => events));
    await installation.caughtUp();
    // deadlines count as written when their leads arrive: the stories are of a day that has passed
    await installation.dataSource.query(`update set_1.deadline set written_at = due_at - interval '5 minutes'`);
  };
  const told = (): Promise<Told[]> => installation.dataSource.query('select lead, ended, unconfirmed from alert order by lead, raised_at');
  const spooled = async (): Promise<string[]> =>
    (await installation.dataSource.query<{ value: string }[]>('select value from spool order by id')).map(
      ({ value }) => JSON.parse(value).type,
    );

  it('of two that try at once raises each alert once, with one event', async () => {
    const leads = Array.from({ length: 40 }, (_, n) => lead(`lead-${n}`).arrived('09:00'));
    await given(...leads);
    const both = [engine(), engine()];
    await turn(...both);
    expect(await told()).toEqual([]);
    now = at('09:05');
    await turn(...both);
    expect(await told()).toHaveLength(40);
    expect(await spooled()).toHaveLength(40);
    await turn(...both, engine());
    expect(await spooled()).toHaveLength(40);
  });

  it('counts how late each alert was raised once, in the figure for whoever watches the machines, whichever of two raised it', async () => {
    const counted = async (): Promise<ReadonlyMap<string, number>> => {
      const { values } = await alertLateness.get();
      const raised = values.filter(({ labels }) => labels.stage === 'raised');
      const nameOf = (labels: object): string => String(new Map(Object.entries(labels)).get('le') ?? '');
      return new Map(
        raised.map(({ metricName = '', labels, value }) => [`${metricName.split('_').at(-1)} ${nameOf(labels)}`.trim(), value]),
      );
    };
    await given(lead('ada').arrived('09:00'), lead('bob').arrived('09:00:05'));
    const both = [engine(), engine()];
    await turn(...both);
    const before = await counted();
    // 7 s after the one deadline, 2 s after the other
    now = at('09:05:07');
    await turn(...both);
    await turn(...both);
    expect(await told()).toHaveLength(2);
    const after = await counted();
    const more = (what: string): number => (after.get(what) ?? 0) - (before.get(what) ?? 0);
    expect([more('count'), more('sum')]).toEqual([2, 9]);
    expect(['1', '2.5', '5', '10', '3600', '+Inf'].map((le) => more(`bucket ${le}`))).toEqual([0, 1, 1, 2, 2, 2]);
  });

  it('takes up what comes while the database keeps it with what came before, and tells of each once', async () => {
    await given(lead('ada').arrived('09:00'), lead('bob').arrived('09:01'));
    const one = engine();
    await turn(one);
    const holding = installation.dataSource.createQueryRunner();
    await holding.startTransaction();
    await holding.query('select from alert_lane for update');
    now = at('09:05');
    const first = one.ring();
    await until('it to be kept', async () => {
      const waiting = await installation.dataSource.query<unknown[]>(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length === 1;
    });
    now = at('09:06');
    const second = one.ring();
    await until('the second to have taken what has come', () => one.clocks.next === Number.POSITIVE_INFINITY);
    expect(await told()).toEqual([]);
    await holding.rollbackTransaction();
    await holding.release();
    await Promise.all([first, second]);
    expect((await told()).map((alert) => alert.lead)).toEqual(['ada', 'bob']);
    expect(await spooled()).toHaveLength(2);
  });

  it('looks once at a deadline that was told, whatever changes of its lead afterwards', async () => {
    await given(lead('ada').arrived('09:00'));
    const one = engine();
    await turn(one);
    now = at('09:05');
    await turn(one);
    expect(await told()).toHaveLength(1);
    await given(lead('ada').tell('lead.assigned', '09:06', { owner: 'ana' }));
    now = at('09:07');
    elapsed += 10_000;
    one.call();
    await one.keepUp();
    expect(await installation.dataSource.query('select lead from set_1.deadline')).toEqual([{ lead: 'ada' }]);
    expect([one.clocks.next, one.clocks.size]).toEqual([Number.POSITIVE_INFINITY, 0]);
  });

  it('looks again at a deadline that the projector was about to take away, and did not', async () => {
    await given(lead('ada').arrived('09:00'));
    const one = engine();
    await turn(one);
    const taking = installation.dataSource.createQueryRunner();
    await taking.startTransaction();
    await taking.query('delete from set_1.deadline');
    now = at('09:05');
    await turn(one);
    expect(await told()).toEqual([]);
    await taking.rollbackTransaction();
    await taking.release();
    now += 1_000;
    await turn(one);
    expect(await told()).toHaveLength(1);
  });

  it('marks as unconfirmed what it says while events wait for the projector, and confirms it when they do no longer', async () => {
    await given(lead('ada').arrived('09:00'));
    const one = engine();
    await turn(one);
    [now, unread] = [at('09:05'), 1];
    await turn(one);
    expect(await told()).toEqual([{ lead: 'ada', ended: null, unconfirmed: true }]);
    unread = 0;
    expect(await spooled()).toEqual(['alert.raised']);
    await turn(one);
    expect(await told()).toMatchObject([{ unconfirmed: true }]); // its own event waits in the spool
    await installation.dataSource.query('delete from spool');
    await turn(one);
    expect(await told()).toEqual([{ lead: 'ada', ended: null, unconfirmed: false }]);
    expect(await spooled()).toEqual([]);
  });

  it('after a start knows how far the projector is before it tells anybody, whoever of two that ring side by side looks', async () => {
    await given(lead('ada').arrived('09:00'));
    now = at('09:06');
    const one = engine();
    let rung: Promise<unknown> = Promise.resolve();
    await one.keepUp(() => {
      rung = Promise.all([one.ring(), one.ring()]);
    });
    await rung;
    expect(await told()).toEqual([{ lead: 'ada', ended: null, unconfirmed: false }]);
    // it was never anything else: to confirm it would have been a second change
    expect(await installation.dataSource.query('select change_no::int as changes from alert_lane')).toEqual([{ changes: 1 }]);
  });

  it('waits with a deadline that was written after its time until its partition is read', async () => {
    await given(lead('ada').arrived('09:00'));
    await installation.dataSource.query(`update set_1.deadline set written_at = due_at + interval '1 minute'`);
    [now, unread] = [at('09:06'), 1];
    const one = engine();
    await turn(one);
    expect(await told()).toEqual([]);
    [now, unread] = [at('09:07'), 0];
    await turn(one);
    expect(await told()).toMatchObject([{ lead: 'ada', unconfirmed: false }]);
  });

  it('rings nobody for deadlines that were an hour old when they were written', async () => {
    await given(lead('ada').arrived('09:00'), lead('bob').arrived('09:00'));
    await installation.dataSource.query(`update set_1.deadline set written_at = due_at + interval '1 hour' where lead = 'ada'`);
    await installation.dataSource.query(`update set_1.deadline set written_at = due_at + interval '59 minutes' where lead = 'bob'`);
    now = at('10:06');
    await turn(engine());
    expect((await told()).map((alert) => alert.lead)).toEqual(['bob']);
  });

  it('raises nothing from a set that is not read any more', async () => {
    await given(lead('ada').arrived('09:00'));
    const one = engine();
    await turn(one);
    await installation.dataSource.query('update current_set set epoch = epoch + 1');
    now = at('09:05');
    elapsed += 50; // too soon to look at the feed
    await one.ring();
    expect(await told()).toEqual([]);
    await turn(one);
    expect(await told()).toMatchObject([{ lead: 'ada' }]);
  });

  it('ends with the answer, and takes back to the same people what an earlier answer shows to be wrong', async () => {
    const [ada, bob] = [lead('ada').arrived('09:00'), lead('bob').arrived('09:00')];
    await given(ada, bob);
    const one = engine();
    now = at('09:05');
    await turn(one);
    await given(ada.called('09:06', 'ana', 'connected'), bob.called('09:04', 'ana', 'connected'));
    now = at('09:07');
    await turn(one);
    expect(await told()).toMatchObject([
      { lead: 'ada', ended: 'resolved' },
      { lead: 'bob', ended: 'retracted' },
    ]);
    expect((await spooled()).toSorted()).toEqual(['alert.raised', 'alert.raised', 'alert.resolved', 'alert.retracted']);
  });
});
