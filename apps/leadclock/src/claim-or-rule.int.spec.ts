import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { Commands } from '@leadclock/ingest/commands/commands.js';
import { createLogger } from '@leadclock/runtime/logger.js';
import { LadderFloor, policy, step } from './testing/ladder-floor.js';

const rep = (id: string): Story => subject(id).tell('rep.set', '08:00', { name: id, team: 'north', active: true });
const ofAna = (id: string): Story => lead(id).arrived('09:00', { owner: 'ana', team: 'north' });

describe('a lead that a step gives on, of which the projector has not read yet', () => {
  let floor: LadderFloor;
  let keys = 0;
  beforeEach(async () => {
    floor = await LadderFloor.open();
  });
  afterEach(() => floor.close());

  const claims = async (of: string, who: string, time = '09:05:01'): Promise<unknown> => {
    const { dataSource, eventsLog } = floor.installation;
    const parts = { dataSource, topic: eventsLog.topic, clock: () => at(time), logger: createLogger('error'), onSpooled: () => undefined };
    const decided = await new Commands(parts).decide({ lead: of, command: 'claim', body: { rep: who }, person: who, key: `${++keys}` });
    return 'detail' in decided ? decided : [decided.status, JSON.parse(decided.answer).reason ?? null];
  };
  /** Sends what lies in the spool, as the relay does, and lets it be read. */
  const read = async (): Promise<void> => {
    const { dataSource, eventsLog } = floor.installation;
    const rows = await dataSource.query<{ key: string; value: string }[]>(
      'with sent as (delete from spool returning *) select * from sent order by id',
    );
    await eventsLog.append(rows);
    await floor.installation.caughtUp();
  };

  it('cannot be claimed as it was before: it can as soon as it is read, by one', async () => {
    await floor.given(policy([step({ action: 'reassign' })]), rep('ana'), rep('luis'), rep('zoe'), ofAna('ada'));
    await floor.turn('09:05', floor.engine());
    expect(await claims('ada', 'zoe')).toEqual([409, 'reassigned']);
    // who had it has it no longer
    expect(await claims('ada', 'ana')).toEqual([409, 'reassigned']);
    await read();
    expect(await claims('ada', 'zoe')).toEqual([202, null]);
    expect(await claims('ada', 'ana')).toEqual([409, 'claimed']);
  });

  it('likewise when it goes back to the pool, also from who had claimed it', async () => {
    const steps = [step({ action: 'pool', notify: [] }), step({ id: 'again', at_s: 360, action: 'pool', notify: [] })];
    await floor.given(policy(steps), rep('ana'), rep('luis'), ofAna('ada'));
    const one = floor.engine();
    await floor.turn('09:05', one);
    expect(await claims('ada', 'luis')).toEqual([409, 'reassigned']);
    await read();
    expect(await claims('ada', 'luis', '09:05:30')).toEqual([202, null]);
    await read();
    await floor.turn('09:06', one);
    expect(await claims('ada', 'ana', '09:06:01')).toEqual([409, 'reassigned']);
    await read();
    expect(await claims('ada', 'ana', '09:06:02')).toEqual([202, null]);
  });

  it('can be claimed all the time when nobody could take it, so that it stayed', async () => {
    await floor.given(policy([step({ action: 'reassign' })]), rep('ana'), ofAna('ada'));
    await floor.turn('09:05', floor.engine());
    expect(await floor.told()).toEqual(['09:05:00 ada ana']);
    expect(await claims('ada', 'luis')).toEqual([409, 'rep_gone']);
    expect(await claims('ada', 'ana')).toEqual([202, null]);
  });

  it('is not given on when somebody claims it at that moment: of the two one is heard', async () => {
    const names = Array.from({ length: 20 }, (_, number) => `race-${number}`);
    await floor.given(policy([step({ action: 'reassign' })]), rep('ana'), rep('luis'), rep('zoe'), ...names.map(ofAna));
    const [, ...decided] = await Promise.all([
      floor.turn('09:05', floor.engine()),
      ...names.map(async (name) => [name, await claims(name, 'zoe', '09:05')] as const),
    ]);
    await read();
    const owners = await floor.installation.dataSource.query<{ subject: string; owner: string }[]>('select subject, owner from set_1.lead');
    for (const [name, answer] of decided) {
      const owner = owners.find((row) => row.subject === name)?.owner;
      const hasWon = JSON.stringify(answer) === '[202,null]';
      if (hasWon) expect([name, owner]).toEqual([name, 'zoe']);
      else expect([name, answer]).toEqual([name, [409, 'reassigned']]);
    }
  });
});
