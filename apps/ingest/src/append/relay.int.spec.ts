import { putIntoSpool } from '@leadclock/read-model/outside/spool.table.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { created, idsIn, type OpenDoor, openDoor } from '../testing/open-door.js';
import { BETWEEN_ROUNDS_MS, Relay } from './relay.js';

/** Less than the relay waits between two looks into an empty spool. */
const BEFORE_THE_NEXT_LOOK_MS = 4_000;

describe('the relay', () => {
  let door: OpenDoor;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());
  const put = (id: string) =>
    door.dataSource.transaction((em) => putIntoSpool(em, [{ topic: 'leadclock.events', key: 'lead-1', value: `{"id":"${id}"}` }]));

  it('is called by whoever puts an event into the spool, in this process or another', async () => {
    await put('first');
    await until('the first event in the log', async () => (await idsIn(door.eventsLog)).includes('first'));
    await put('second');
    await until('the second event in the log', async () => (await idsIn(door.eventsLog)).length === 2, BEFORE_THE_NEXT_LOOK_MS);
  });

  it('sends together what comes thick, so that a storm of alerts is not a round each', async () => {
    const began = performance.now();
    const names = Array.from({ length: 30 }, (_, n) => `thick-${n + 10}`);
    for (const name of names) await put(name);
    await until('all in the log', async () => (await idsIn(door.eventsLog)).length === names.length, BEFORE_THE_NEXT_LOOK_MS);
    const rounds = (performance.now() - began) / BETWEEN_ROUNDS_MS;
    expect(door.eventsLog.appends).toBeLessThanOrEqual(Math.ceil(rounds) + 1);
    expect(await idsIn(door.eventsLog)).toEqual(names);
  });

  it('goes on at its own pace while the log is known to be away, however often it is called', async () => {
    door.eventsLog.away = true;
    await put('first');
    await until('a try', () => door.eventsLog.appends > 0);
    const tries = door.eventsLog.appends;
    for (let n = 0; n < 20; n++) door.app.get(Relay, { strict: false }).wake();
    expect(door.eventsLog.appends).toBe(tries);
    door.eventsLog.away = false;
    await until('the event in the log', async () => (await idsIn(door.eventsLog)).length === 1);
  });

  it('looks sooner into a spool that was empty when the log has gone away, which may be for a moment', async () => {
    await put('first');
    await until('the first event in the log', async () => (await idsIn(door.eventsLog)).includes('first'));
    door.eventsLog.away = true;
    await door.post(created('second'));
    door.eventsLog.away = false;
    await until('the second event in the log', async () => (await idsIn(door.eventsLog)).includes('second'), BEFORE_THE_NEXT_LOOK_MS);
  });
});
