import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { until } from '@leadclock/runtime/testing/until.js';
import type { DataSource } from 'typeorm';
import { TestInstallation } from '../testing/installation.js';
import { verify } from '../verify/verify.js';

/** Where a transaction is cut off: before it begins, with all written and nothing committed, or committed and never answered. */
type Cut = 'before' | 'unfinished' | 'unanswered';

/** A database connection that is lost again and again: the nth transaction is cut off as `cuts` say, in turn. */
function unreliable(dataSource: DataSource, cuts: readonly (Cut | null)[]): DataSource {
  let n = 0;
  const lost = (): never => {
    throw new Error('connection lost');
  };
  return new Proxy(dataSource, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== 'transaction' || typeof value !== 'function') return typeof value === 'function' ? value.bind(target) : value;
      return async (...args: unknown[]) => {
        // REPEATABLE READ is how positions are read; a writing transaction names no isolation
        if (typeof args[0] !== 'function') return value.apply(target, args);
        const [work] = args;
        const cut = cuts[n++ % cuts.length];
        if (cut === 'before') lost();
        const answer = await value.call(target, async (em: unknown) => {
          const done = await work(em);
          return cut === 'unfinished' ? lost() : done;
        });
        return cut === 'unanswered' ? lost() : answer;
      };
    },
  });
}

const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error('the list is empty');
  return one;
};

describe('a projector in trouble', () => {
  let installation: TestInstallation;
  beforeEach(async () => {
    installation = await TestInstallation.open();
  });
  afterEach(() => installation.close());

  const stories = Array.from({ length: 12 }, (_, i) =>
    lead(`lead-${i}`).arrived('09:00').assigned('09:01', 'ana').called('09:02', 'ana').called('09:03', 'ana', 'connected'),
  );
  const events = stories.flatMap((story) => story.events);

  it('keeps the ledger whole when transactions are cut off between any two steps', async () => {
    const dataSource = unreliable(installation.dataSource, [null, 'unanswered', 'before', null, 'unfinished', null, 'unanswered']);
    await installation.append(...events);
    installation.start({ dataSource, batchLimit: 3 });
    await installation.caughtUp();
    const report = await verify(installation);
    expect(report).toMatchObject({ events: events.length, differing: 0, pendingSubjects: 0 });
    expect(installation.reports).toContain('the projector cannot write: connection lost');
    await until('it is ready again', () => installation.reports.at(-1) === null);
  });

  it('goes on when the server ends its connection in the middle of the few rows of a transaction', async () => {
    await installation.dataSource.query(
      `create sequence cut;
       create function cut() returns trigger language plpgsql as
         'begin if new.subject = ''bob'' and nextval(''cut'') in (1, 2) then perform pg_terminate_backend(pg_backend_pid()); end if; return new; end';
       create trigger cut before insert on set_1.lead for each row execute function cut()`,
    );
    installation.start();
    for (const name of ['ada', 'bob', 'cleo']) await installation.append(...lead(name).arrived('09:00').called('09:02', 'luis').events);
    await installation.caughtUp();
    const leads = await installation.dataSource.query('select subject, events from set_1.lead order by subject');
    expect(leads).toEqual([
      { subject: 'ada', events: 2 },
      { subject: 'bob', events: 2 },
      { subject: 'cleo', events: 2 },
    ]);
    const [{ cuts }] = await installation.dataSource.query<[{ cuts: number }]>('select last_value as cuts from cut');
    expect(cuts).toBeGreaterThan(2);
    expect(await verify(installation)).toMatchObject({ differing: 0, pendingSubjects: 0 });
  });

  it('numbers its changes without a gap', async () => {
    const dataSource = unreliable(installation.dataSource, [null, 'unanswered', 'unfinished']);
    await installation.append(...events);
    installation.start({ dataSource, batchLimit: 2 });
    await installation.caughtUp();
    const rows = await installation.dataSource.query<{ partition: number; last: number; n: number; change_no: number }[]>(
      'select partition, max(c.change_no) as last, count(*) as n, p.change_no from set_1.change c join set_1.checkpoint p using (partition) group by partition, p.change_no',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ last: row.n, change_no: row.n });
  });

  it('stops at a checkpoint that lies beyond the log, and says what to do', async () => {
    await installation.dataSource.query('update set_1.checkpoint set next_offset = 7 where partition = 2');
    installation.start();
    await until('it has stopped', () => installation.reports.at(-1)?.includes('the projector stopped'));
    expect(installation.reports.at(-1)).toMatch(/partition 2 ends at offset 0, but the checkpoint says 7: .*rebuild/);
    expect(installation.lines.some((line) => line.startsWith('error the projector stopped'))).toBe(true);
  });

  it('stops at a mistake of ours instead of trying for ever', async () => {
    const dataSource = new Proxy(installation.dataSource, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (name !== 'transaction' || typeof value !== 'function') return typeof value === 'function' ? value.bind(target) : value;
        return async (...args: unknown[]) => {
          if (typeof args[0] === 'function') throw new TypeError('facts is not iterable');
          return value.apply(target, args);
        };
      },
    });
    await installation.append(...lead('ada').arrived('09:00').events);
    installation.start({ dataSource });
    await until('it has stopped', () => installation.reports.at(-1) === 'the projector stopped: facts is not iterable');
  });

  it('stops when the log of configuration is not the one that the facts were made under', async () => {
    await installation.dataSource.query('update set_1.checkpoint set config_offset = 3');
    installation.start();
    await until('it has stopped', () => installation.reports.at(-1)?.includes('leadclock.config partition 0 ends at offset 0'));
  });

  it('parks the one event that the database refuses, and no other', async () => {
    await installation.dataSource.query(`alter table set_1.lead add check (owner <> 'nobody')`);
    const refused = lead('bob').arrived('09:00').assigned('09:01', 'nobody');
    await installation.append(
      ...stories.slice(0, 5).flatMap((story) => story.events),
      ...refused.events,
      ...stories.slice(5).flatMap((story) => story.events),
    );
    installation.start();
    await installation.caughtUp();
    const parked = await installation.dataSource.query('select reason, problem, subject from set_1.parked');
    expect(parked).toEqual([{ reason: 'write', problem: 'PostgreSQL refuses it: SQLSTATE 23514', subject: 'bob' }]);
    const [bob] = await installation.dataSource.query(`select events, incomplete from set_1.lead where subject = 'bob'`);
    expect(bob).toEqual({ events: 1, incomplete: 'parked' });
    expect(await verify(installation)).toMatchObject({ differing: 0, pending: [{ subject: 'bob', reason: 'parked' }] });
  });

  it('leaves a lead whose fold fails its last good rows, keeps its events, and goes on', async () => {
    const [ada, bob] = [lead('ada').arrived('09:00').called('09:03', 'ana'), lead('bob').arrived('09:00')];
    await installation.append(...ada.events);
    const projector = installation.start();
    await installation.caughtUp();
    await installation.stop(projector);
    const before = (await installation.rows())['fact'];
    await installation.dataSource.query(`update set_1.timeline set body = '{}' where id = 'e2'`);
    await installation.append(...ada.called('09:05', 'ana', 'connected').events.slice(2), ...bob.events);
    installation.start();
    await installation.caughtUp();
    const rows = await installation.rows();
    expect(rows['fact']?.filter((row) => row.startsWith('(ada'))).toEqual(before);
    expect(rows['timeline']).toHaveLength(4);
    const leads = await installation.dataSource.query('select subject, incomplete from set_1.lead order by subject');
    expect(leads).toEqual([
      { subject: 'ada', incomplete: 'fold' },
      { subject: 'bob', incomplete: null },
    ]);
    expect(installation.lines.some((line) => line.startsWith('error the fold of this subject failed'))).toBe(true);
  });

  it('takes a parked event as a late one once it can be read', async () => {
    const ada = lead('ada').arrived('09:00').called('09:03', 'ana', 'connected');
    const call = ada.events[1] as LeadclockEvent;
    await installation.append(first(ada.events));
    await installation.eventsLog.append([{ key: 'ada', value: encodeEvent(call).replace('touchpoint.recorded', 'touchpoint.imagined') }]);
    const projector = installation.start();
    await installation.caughtUp();
    await installation.stop(projector);
    // the next program knows the type
    await installation.dataSource.query('update set_1.parked set value = $1', [Buffer.from(encodeEvent(call))]);
    installation.start();
    const row = await until('it was read', async () => {
      const rows = await installation.dataSource.query<{ events: number; incomplete: string | null }[]>(
        'select events, incomplete from set_1.lead where events = 2',
      );
      return rows[0];
    });
    expect(row).toEqual({ events: 2, incomplete: null });
    expect(await installation.dataSource.query('select * from set_1.parked')).toEqual([]);
  });
});
