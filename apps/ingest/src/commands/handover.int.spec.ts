import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { Floor } from '../testing/floor.js';

let floor: Floor;
beforeAll(async () => {
  floor = await Floor.open();
});
beforeEach(() => floor.door.at(at('09:10')));
afterAll(() => floor.door.close());

/** Ana's lead, which she has offered to luis a minute ago; the name of the offer. */
async function offered(name: string): Promise<unknown> {
  await floor.plant(lead(name).arrived('09:00', { owner: 'ana' }));
  floor.door.at(at('09:09'));
  const { status, body } = await floor.command(name, 'offer', { rep: 'ana', to: 'luis' });
  expect(status).toBe(202);
  await floor.arrival(name, 1);
  await floor.catchUp(name);
  floor.door.at(at('09:10'));
  return Object(body).event;
}
const accept = (name: string, offer: unknown, rep = 'luis') => floor.command(name, 'accept', { rep, offer });
const decline = (name: string, offer: unknown, rep = 'luis') => floor.command(name, 'decline', { rep, offer });
const types = async (name: string, count: number) => (await floor.arrival(name, count)).map(({ type, data }) => [type, data]);
const between = { from: 'ana', to: 'luis' };

describe('an offer', () => {
  it('is made by the owner, and leaves him the lead until it is accepted', async () => {
    const offer = await offered('ada');
    expect(await floor.command('ada', 'release', { rep: 'luis' })).toMatchObject({
      status: 409,
      body: { reason: 'not_yours', rep: 'ana' },
    });
    expect(await accept('ada', offer)).toMatchObject({ status: 202, body: { at: '2026-11-02T09:10:00.000Z' } });
    expect(await types('ada', 2)).toEqual([
      ['lead.handover_offered', between],
      ['lead.handover_accepted', between],
    ]);
  });

  it('is made right after the claim too, and by nobody else', async () => {
    await floor.plant(lead('bob').arrived('09:00'));
    expect(await floor.command('bob', 'offer', { rep: 'ana', to: 'luis' })).toMatchObject({ status: 409, body: { rep: null } });
    await floor.command('bob', 'claim', { rep: 'ana' });
    expect(await floor.command('bob', 'offer', { rep: 'luis', to: 'rosa' })).toMatchObject({
      status: 409,
      body: { reason: 'not_yours', rep: 'ana' },
    });
    expect(await floor.command('bob', 'offer', { rep: 'ana', to: 'luis' })).toMatchObject({ status: 202 });
  });

  it.each([
    ['himself', { rep: 'ana', to: 'ana' }, 400, '$.to is the rep who offers'],
    ['nobody', { rep: 'ana' }, 400, '$.to is missing'],
  ])('to %s names the field', async (whom, body, status, detail) => {
    await floor.plant(lead(whom).arrived('09:00', { owner: 'ana' }));
    expect(await floor.command(whom, 'offer', body)).toMatchObject({ status, body: { detail: expect.stringContaining(detail) } });
  });

  it.each([
    ['closed', lead('o1').arrived('09:00', { owner: 'ana' }).disqualified('09:03', 'spam')],
    ['erased', lead('o2').arrived('09:00', { owner: 'ana' }).tell('lead.erased', '09:03', {})],
    ['merged', lead('o3').arrived('09:00', { owner: 'ana' }).tell('lead.merged', '09:03', { into: 'ada' })],
  ])('of a lead that is %s is refused', async (reason, story) => {
    await floor.plant(story);
    expect(await floor.command(story.subject, 'offer', { rep: 'ana', to: 'luis' })).toMatchObject({ status: 409, body: { reason } });
  });
});

describe('the answer to an offer', () => {
  it('is his to whom it was made; who made it can take it back', async () => {
    const offer = await offered('dee');
    for (const answer of [accept, decline])
      expect(await answer('dee', offer, 'rosa')).toMatchObject({ status: 409, body: { reason: 'not_yours', rep: 'luis' } });
    expect(await accept('dee', offer, 'ana')).toMatchObject({ status: 409, body: { reason: 'not_yours' } });
    expect(await decline('dee', offer, 'ana')).toMatchObject({ status: 202 });
    expect(await accept('dee', offer)).toMatchObject({ status: 409, body: { reason: 'declined', rep: 'luis' } });
    expect(await types('dee', 2)).toEqual([
      ['lead.handover_offered', between],
      ['lead.handover_declined', between],
    ]);
  });

  it('is given once: who says it again is answered as before, also once the read model knows', async () => {
    const offer = await offered('eve');
    const first = await accept('eve', offer);
    expect(first.status).toBe(202);
    floor.door.at(at('09:11'));
    expect(await accept('eve', offer)).toMatchObject({ status: 202, text: first.text });
    expect(await decline('eve', offer)).toMatchObject({ status: 409, body: { reason: 'accepted' } });
    await floor.arrival('eve', 2);
    await floor.catchUp('eve');
    expect(await accept('eve', offer)).toMatchObject({ status: 202, text: first.text });
    expect(await floor.logged('eve')).toHaveLength(2);
  });

  it('by both at once is one answer', async () => {
    for (let number = 0; number < 20; number += 1) {
      const name = `race-${number}`;
      const offer = await offered(name);
      const both = await Promise.all([accept(name, offer), decline(name, offer, 'ana')]);
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409]);
      expect(await floor.arrival(name, 2)).toHaveLength(2);
    }
  });

  it('makes the lead his at once: nobody else can claim or give back, and he can', async () => {
    const offer = await offered('gil');
    await accept('gil', offer);
    expect(await floor.command('gil', 'claim', { rep: 'rosa' })).toMatchObject({ status: 409, body: { reason: 'claimed', rep: 'luis' } });
    expect(await floor.command('gil', 'release', { rep: 'ana' })).toMatchObject({
      status: 409,
      body: { reason: 'not_yours', rep: 'luis' },
    });
    expect(await floor.command('gil', 'release', { rep: 'luis' })).toMatchObject({ status: 202 });
  });

  it('goes on from hand to hand, through the row of the claim that began it', async () => {
    await floor.plant(lead('hal').arrived('09:00'));
    floor.door.at(at('09:08'));
    await floor.command('hal', 'claim', { rep: 'ana' });
    await floor.arrival('hal', 1);
    await floor.catchUp('hal');
    const hand = async (from: string, to: string, time: string, count: number): Promise<void> => {
      floor.door.at(at(time));
      const made = await floor.command('hal', 'offer', { rep: from, to });
      await floor.arrival('hal', count);
      await floor.catchUp('hal');
      expect(await accept('hal', Object(made.body).event, to)).toMatchObject({ status: 202 });
      await floor.arrival('hal', count + 1);
      await floor.catchUp('hal');
    };
    await hand('ana', 'luis', '09:09', 2);
    await hand('luis', 'rosa', '09:10', 4);
    expect(await floor.command('hal', 'release', { rep: 'luis' })).toMatchObject({ status: 409, body: { rep: 'rosa' } });
    // what another program hands over counts as well
    await floor.plant(lead('hal').tell('lead.handover_accepted', '09:12', { from: 'rosa', to: 'zoe' }, { id: 'crm' }));
    expect(await floor.command('hal', 'claim', { rep: 'luis' })).toMatchObject({ status: 409, body: { rep: 'zoe' } });
    expect(await floor.command('hal', 'release', { rep: 'zoe' })).toMatchObject({ status: 202 });
  });

  it('comes too late when the lead has changed hands, or was offered to another', async () => {
    const offer = await offered('ivo');
    await floor.command('ivo', 'release', { rep: 'ana' });
    expect(await accept('ivo', offer)).toMatchObject({ status: 409, body: { reason: 'given_back' } });
    const second = await offered('jon');
    await floor.command('jon', 'claim', { rep: 'rosa' });
    expect(await accept('jon', second)).toMatchObject({ status: 409, body: { reason: 'lapsed', rep: 'rosa' } });
    const third = await offered('kim');
    await floor.command('kim', 'offer', { rep: 'ana', to: 'rosa' });
    await floor.arrival('kim', 2);
    await floor.catchUp('kim');
    for (const answer of [accept, decline])
      expect(await answer('kim', third)).toMatchObject({ status: 409, body: { reason: 'lapsed', rep: 'rosa' } });
  });

  it('to an offer that nobody has made is a 404', async () => {
    await floor.plant(lead('lou').arrived('09:00', { owner: 'ana' }));
    for (const answer of [accept, decline])
      expect(await answer('lou', { source: '/leadclock/commands', id: 'none' })).toMatchObject({
        status: 404,
        body: { detail: expect.stringContaining('offer names no offer') },
      });
  });
});

it('where reps are named, a lead is offered only to one who is there', async () => {
  const named = { name: 'A rep', team: 'north', active: true };
  await floor.configure(
    subject('ana').tell('rep.set', '08:00', named),
    subject('luis').tell('rep.set', '08:00', named),
    subject('left').tell('rep.set', '08:00', { ...named, active: false }),
  );
  await floor.plant(lead('mia').arrived('09:00', { owner: 'ana' }));
  for (const to of ['left', 'nobody'])
    expect(await floor.command('mia', 'offer', { rep: 'ana', to })).toMatchObject({ status: 409, body: { reason: 'rep_gone', rep: to } });
  expect(await floor.command('mia', 'offer', { rep: 'ana', to: 'luis' })).toMatchObject({ status: 202 });
});
