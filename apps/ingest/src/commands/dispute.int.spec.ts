import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { Floor } from '../testing/floor.js';

let floor: Floor;
beforeAll(async () => {
  floor = await Floor.open();
  floor.door.at(at('09:10'));
});
afterAll(() => floor.door.close());

const mine = { rep: 'ana', about: 'answer', reason: 'my_call' };
/** Disputes, and lets the read model hear of it. */
async function disputed(name: string, body: Record<string, unknown> = mine) {
  expect(await floor.command(name, 'dispute', body)).toMatchObject({ status: 202 });
  const [event] = await floor.arrival(name, 1);
  await floor.catchUp(name);
  return { source: event?.source, id: event?.id };
}

describe('a dispute', () => {
  it('comes into the log with its reason; its note does not', async () => {
    await floor.plant(lead('ada').arrived('09:00').called('09:02', 'luis', 'connected'));
    await disputed('ada', { ...mine, note: 'I called her from my own telephone' });
    expect(await floor.logged('ada')).toMatchObject([{ type: 'lead.disputed', data: mine }]);
    expect(JSON.stringify(await floor.logged('ada'))).not.toContain('telephone');
    const notes: unknown[] = await floor.door.dataSource.query("select note from note where subject = 'ada'");
    expect(notes).toHaveLength(1);
  });

  it('is open once of one rep about one thing', async () => {
    expect(await floor.command('ada', 'dispute', mine)).toMatchObject({ status: 409, body: { reason: 'disputed', rep: 'ana' } });
  });

  it.each([
    ['a touchpoint that is not there', { ...mine, about: 'call-1' }, 404, /GET|owner, spam/],
    ['no reason', { rep: 'ana', about: 'spam' }, 400, /reason/],
    ['a reason in prose', { ...mine, reason: 'it was me!' }, 400, /reason/],
  ])('about %s is told what is wrong', async (_name, body, status, said) => {
    const answer = await floor.command('ada', 'dispute', body);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(said);
  });
});

describe('a decision', () => {
  it('that accepts is followed by the correction, in one step', async () => {
    const event = (await floor.logged('ada'))[0];
    const named = { source: event?.source, id: event?.id };
    expect(await floor.command('ada', 'decide', { rep: 'ana', event: named, accepted: true })).toMatchObject({
      status: 409,
      body: { reason: 'own_dispute' },
    });
    const decision = { rep: 'boss', event: named, accepted: true, reason: 'heard_it', note: 'on the tape' };
    expect(await floor.command('ada', 'decide', decision)).toMatchObject({ status: 202 });
    expect(await floor.arrival('ada', 3)).toMatchObject([
      { type: 'lead.disputed' },
      { type: 'lead.dispute_decided', data: { by: 'boss', accepted: true, reason: 'heard_it' } },
      { type: 'touchpoint.corrected', data: { touchpoint: 'call-09:02', rep: 'ana' } },
    ]);
    expect(JSON.stringify(await floor.logged('ada'))).not.toContain('tape');
    expect(await floor.door.dataSource.query("select id from note where note = 'on the tape'")).toHaveLength(1);
    expect(await floor.command('ada', 'decide', { rep: 'eva', event: named, accepted: false })).toMatchObject({
      status: 409,
      body: { reason: 'decided', rep: 'boss' },
    });
  });

  it('that refuses changes nothing else', async () => {
    await floor.plant(lead('bob').arrived('09:00'));
    const event = await disputed('bob', { ...mine, about: 'spam' });
    expect(await floor.command('bob', 'decide', { rep: 'boss', event, accepted: false })).toMatchObject({ status: 202 });
    expect((await floor.arrival('bob', 2)).map(({ type }) => type)).toEqual(['lead.disputed', 'lead.dispute_decided']);
  });

  it('is made once, however many make it at the same time', async () => {
    await floor.plant(lead('cy').arrived('09:00'));
    const event = await disputed('cy', { ...mine, about: 'spam' });
    const answers = await Promise.all(
      ['b1', 'b2', 'b3', 'b4'].map((rep, index) => floor.command('cy', 'decide', { rep, event, accepted: index % 2 === 0 })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409, 409, 409]);
    expect((await floor.arrival('cy', 2)).filter(({ type }) => type === 'lead.dispute_decided')).toHaveLength(1);
  });

  it('waits for the older dispute, and cannot accept what is not there', async () => {
    await floor.plant(lead('dee').arrived('09:00'));
    const first = await disputed('dee');
    floor.door.at(at('09:11'));
    await floor.command('dee', 'dispute', { ...mine, rep: 'eva', about: 'spam' });
    await floor.arrival('dee', 2);
    await floor.catchUp('dee');
    const second = (await floor.logged('dee')).find((event) => event.type === 'lead.disputed' && event.data.about === 'spam');
    expect(
      await floor.command('dee', 'decide', { rep: 'boss', event: { source: second?.source, id: second?.id }, accepted: true }),
    ).toMatchObject({
      status: 409,
      body: { reason: 'not_its_turn', rep: 'ana' },
    });
    expect(await floor.command('dee', 'decide', { rep: 'boss', event: first, accepted: true })).toMatchObject({
      status: 409,
      body: { reason: 'nothing_to_correct' },
    });
    expect(await floor.command('dee', 'decide', { rep: 'boss', event: { source: '/x', id: '1' }, accepted: true })).toMatchObject({
      status: 404,
    });
  });
});
