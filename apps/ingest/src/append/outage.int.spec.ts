import { connect } from 'node:net';
import { SpoolTable } from '@leadclock/read-model/outside/spool.table.js';
import { Readiness } from '@leadclock/runtime/readiness.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Admission } from '../door/admission.js';
import { contentOf, created, idsIn, type OpenDoor, openDoor } from '../testing/open-door.js';
import { Relay } from './relay.js';

describe('the door while something is away', () => {
  let door: OpenDoor;
  let spool: SpoolTable;
  let relay: Relay;
  beforeEach(async () => {
    door = await openDoor();
    spool = new SpoolTable(door.dataSource);
    relay = door.app.get(Relay, { strict: false });
    await relay.stop();
  });
  afterEach(() => door.close());

  const logsAre = (away: boolean) => {
    door.eventsLog.away = away;
    door.configLog.away = away;
  };
  const team = { ...created('team'), type: 'team.set', subject: 'north', data: { name: 'North' } };

  it('accepts events while the log is away, keeps them in the spool, and the relay sends each once when it is back', async () => {
    logsAre(true);
    expect(await door.post([created('1'), created('2'), team])).toMatchObject({ status: 202, body: { accepted: 3 } });
    expect(await spool.depth()).toMatchObject({ records: 3, oldestAt: expect.any(Number) });
    await expect(relay.drain()).rejects.toThrow('away');
    expect((await spool.depth()).records).toBe(3);

    logsAre(false);
    expect(await relay.drain()).toBe(true);
    expect(await spool.depth()).toEqual({ records: 0, oldestAt: null });
    expect(await idsIn(door.eventsLog)).toEqual(['1', '2']);
    expect(await idsIn(door.configLog)).toEqual(['team']);
  });

  it('does not make every request wait for a log that is known to be away, and goes back to it once the relay got through', async () => {
    logsAre(true);
    await door.post(created('1'));
    const tries = door.eventsLog.appends;
    await door.post(created('2'));
    expect(door.eventsLog.appends).toBe(tries);
    logsAre(false);
    await relay.drain();
    await door.post(created('3'));
    expect((await spool.depth()).records).toBe(0);
    expect(await idsIn(door.eventsLog)).toEqual(['1', '2', '3']);
  });

  it('sends a record again when the log took it but could not say so: it lies there twice, and was never missing', async () => {
    logsAre(true);
    await door.post(created('1'));
    logsAre(false);
    door.eventsLog.takesButDoesNotSay = true;
    await expect(relay.drain()).rejects.toThrow('lost');
    expect((await spool.depth()).records).toBe(1);
    door.eventsLog.takesButDoesNotSay = false;
    await relay.drain();
    const [first, second] = await contentOf(door.eventsLog);
    expect(second).toEqual(first);
    expect((await spool.depth()).records).toBe(0);
  });

  it('lets one relay at a time work on one spool', async () => {
    logsAre(true);
    await door.post([created('1'), created('2')]);
    const second = await spool.drain(10, async (records) => {
      expect(records).toHaveLength(2);
      expect(await spool.drain(10, () => Promise.reject(new Error('two relays')))).toBe('busy');
    });
    expect(second).toBe(2);
  });

  it('sends what it found in the spool at its start: the process that put it there may have died', async () => {
    await spool.put([{ topic: 'leadclock.events', key: 'lead-1', value: '{"id":"left"}' }]);
    await relay.drain();
    expect(await idsIn(door.eventsLog)).toEqual(['left']);
  });

  it('answers 503 with Retry-After when neither log nor spool takes events, says so in readiness, and takes them again afterwards', async () => {
    logsAre(true);
    await door.dataSource.query('alter table spool rename to spool_gone');
    const answer = await door.post(created('1'));
    expect(answer).toMatchObject({ status: 503, body: { status: 503, title: 'Service Unavailable' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(door.app.get(Readiness).blockers()).toMatchObject({ ingest: expect.stringContaining('neither') });

    logsAre(false);
    expect(await door.post(created('1'))).toMatchObject({ status: 202 });
    expect(door.app.get(Readiness).blockers()).toEqual({});
    expect(await idsIn(door.eventsLog)).toEqual(['1']);
    await door.dataSource.query('alter table spool_gone rename to spool');
  });

  it('goes on knowing the keys and taking events without personal data while the database of the vault is away', async () => {
    await door.dataSource.destroy();
    expect(await door.post(created('1'))).toMatchObject({ status: 202 });
    const refused = await door.post(created('2', { data: { contact: { name: 'Ada Byron' } } }));
    expect(refused).toMatchObject({ status: 503 });
    expect(await idsIn(door.eventsLog)).toEqual(['1']);
  });

  it('keeps no room for a sender that hung up in the middle of its body', async () => {
    const admission = door.app.get(Admission, { strict: false });
    const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
    socket.write(
      `POST /v1/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${door.key}\r\ncontent-type: application/json\r\ncontent-length: 9000\r\n\r\n{"id":`,
    );
    await until('the request to take room', () => admission.taken > 0);
    socket.destroy();
    await until('the room to be free again', () => admission.taken === 0);
  });

  it('tells who comes to a full house to come again in a second', async () => {
    const admission = door.app.get(Admission, { strict: false });
    while (admission.enter(4 * 1024) === 'in');
    const turnedAway = await door.post(created('1'));
    expect(turnedAway).toMatchObject({ status: 429, body: { status: 429, title: 'Too Many Requests' } });
    expect(turnedAway.headers.get('retry-after')).toBe('1');
    admission.leave(admission.taken);
    expect((await door.post(created('1'))).status).toBe(202);
  });

  it('answers those who are inside before it stops, and tells who comes meanwhile to come again', async () => {
    let open: () => void = () => undefined;
    door.eventsLog.gate = new Promise((resolve) => {
      open = resolve;
    });
    const inside = door.post(created('1'));
    await until('the event to reach the log', () => door.eventsLog.appends === 1);
    const closed = door.app.close();
    await until('the door to shut', () => door.app.get(Admission, { strict: false }).enter(0) === 'shut');
    expect(await door.post(created('2'))).toMatchObject({ status: 503, body: { detail: expect.stringContaining('stopping') } });
    open();
    expect((await inside).status).toBe(202);
    await closed;
    expect(await idsIn(door.eventsLog)).toEqual(['1']);
  });
});
