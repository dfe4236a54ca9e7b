import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import { contentDigest } from '@leadclock/domain/events/identity.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { currentSet } from '@leadclock/read-model/sets/current-set.js';
import { putConfigEvents } from '@leadclock/read-model/write/config-event.table.js';
import { Floor } from '../testing/floor.js';

let floor: Floor;
beforeAll(async () => {
  floor = await Floor.open();
  floor.door.at(at('09:10'));
});
afterAll(() => floor.door.close());

const configure = (...stories: readonly Story[]) =>
  floor.door.dataSource.transaction(async (em) => {
    const rows = stories
      .flatMap(({ events }) => events)
      .map((event) => ({ ...event, digest: contentDigest(event), body: encodeEvent(event) }));
    await putConfigEvents(em, (await currentSet(em)).name, rows);
  });

const claims = async (rep: string): Promise<unknown> => {
  const name = `lead-of-${rep}`;
  await floor.plant(lead(name).arrived('09:00'));
  const { status, body } = await floor.command(name, 'claim', { rep });
  return status === 202 ? 'claimed' : [status, Object(body).reason];
};

it('a site that names no reps lets anybody claim', async () => {
  expect(await claims('anybody')).toBe('claimed');
});

it('where reps are named only those who are active now may claim: who has left, or never was is told so', async () => {
  const named = { name: 'Ana', team: 'north', active: true };
  await configure(
    subject('ana').tell('rep.set', '08:00', named),
    subject('left')
      .tell('rep.set', '08:00', named)
      .tell('rep.set', '09:00', { ...named, active: false }),
    subject('leaves')
      .tell('rep.set', '08:00', named)
      .tell('rep.set', '09:30', { ...named, active: false }),
    subject('slip').tell('rep.set', '08:00', named).tell('event.retracted', '08:01', { source: '/story', id: 'e1' }),
  );
  expect(await claims('ana')).toBe('claimed');
  expect(await claims('leaves')).toBe('claimed');
  expect(await claims('left')).toEqual([409, 'rep_gone']);
  expect(await claims('slip')).toEqual([409, 'rep_gone']);
  expect(await claims('nobody')).toEqual([409, 'rep_gone']);
  expect(await claims('__proto__')).toEqual([409, 'rep_gone']);
});

it('who has left may still log the call that he made, and give back what he had', async () => {
  await floor.plant(lead('ada').arrived('09:00', { owner: 'left' }));
  const touch = { rep: 'left', channel: 'call', direction: 'outbound', outcome: 'no_answer' };
  expect(await floor.command('ada', 'touchpoints', touch)).toMatchObject({ status: 202 });
  expect(await floor.command('ada', 'release', { rep: 'left' })).toMatchObject({ status: 202 });
});
