import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Floor } from '../testing/floor.js';
import { contentOf } from '../testing/open-door.js';

/** How many leads two reps claim at once. */
const RACES = 1_000;
/** Races that are run beside each other: more claims at once than the door has connections to its database. */
const AT_ONCE = 10;

let floor: Floor;
beforeAll(async () => {
  floor = await Floor.open();
  floor.door.at(at('09:10'));
});
afterAll(() => floor.door.close());

const created = { source: '/story', id: 'e1' };
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).toSorted((a, b) => a - b);

async function race(name: string): Promise<string> {
  await floor.plant(lead(name).arrived('09:00'));
  const reps = ['ana', 'luis'];
  const both = await Promise.all(reps.map((rep) => floor.command(name, 'claim', { rep, assignment: created })));
  expect(statuses(both)).toEqual([202, 409]);
  const [won, lost] = both[0]?.status === 202 ? both : both.toReversed();
  const winner = both[0]?.status === 202 ? 'ana' : 'luis';
  expect(lost?.body).toMatchObject({ reason: 'claimed', rep: winner, at: Object(won?.body).at });
  return winner;
}

it(`of two who claim at once one wins and the other is told who, in each of ${RACES} races, and the log says the same once`, async () => {
  const winners = new Map<string, string>();
  for (let begun = 0; begun < RACES; begun += AT_ONCE) {
    const names = Array.from({ length: Math.min(AT_ONCE, RACES - begun) }, (_, number) => `race-${begun + number}`);
    const won = await Promise.all(names.map(race));
    for (const [index, name] of names.entries()) winners.set(name, won[index] ?? '');
  }
  const records = await until(`${RACES} claims in the log`, async () => {
    const all = await contentOf(floor.door.eventsLog);
    return all.length >= RACES ? all : null;
  });
  const claims = records.map(({ key, value }) => [key, Object(JSON.parse(value)).data.rep]);
  expect(claims).toHaveLength(RACES);
  expect(new Map(claims.map(([key, rep]) => [String(key), String(rep)]))).toEqual(winners);
  // both win now and then: the race is one
  expect(new Set(winners.values())).toEqual(new Set(['ana', 'luis']));
}, 120_000);

it('of one who gives his lead back and one who claims it at once, one is heard: what was just claimed is not given back', async () => {
  for (let number = 0; number < 100; number += 1) {
    const name = `back-${number}`;
    await floor.plant(lead(name).arrived('09:00', { owner: 'ana' }));
    const [back, claimed] = await Promise.all([
      floor.command(name, 'release', { rep: 'ana' }),
      floor.command(name, 'claim', { rep: 'luis', assignment: created }),
    ]);
    if (back.status === 202) expect(claimed).toMatchObject({ status: 409, body: { reason: 'given_back' } });
    else expect([back, claimed]).toMatchObject([{ status: 409, body: { reason: 'not_yours', rep: 'luis' } }, { status: 202 }]);
  }
});
