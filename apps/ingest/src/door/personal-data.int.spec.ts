import { contentOf, created, type OpenDoor, openDoor } from '../testing/open-door.js';

const ADA = { name: 'Ada Byron', email: 'ada@byron.example', phone: '+44 20 7946 0123', company: 'Engines Ltd', language: 'en' };
const SECRETS = ['Ada Byron', 'ada@byron.example', '7946', 'Engines Ltd', 'prefers mornings'];

describe('personal data at the door', () => {
  let door: OpenDoor;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  const withContact = (id: string, more: Record<string, unknown> = {}) =>
    created(id, { subject: 'ada', data: { origin: 'web', contact: ADA }, ...more });
  const withNote = (id: string) =>
    created(id, {
      subject: 'ada',
      type: 'touchpoint.recorded',
      data: { touchpoint: 't1', channel: 'call', direction: 'outbound', note: 'prefers mornings' },
    });
  const everythingBut = async (...tables: string[]) => {
    const spool = await door.dataSource.query<{ value: string }[]>('select value from spool');
    const logs = [...(await contentOf(door.eventsLog)), ...(await contentOf(door.configLog))];
    return [JSON.stringify(spool), JSON.stringify(logs), door.logged(), ...tables].join('\n');
  };

  it('goes to the vault, and to no log, spool or log line', async () => {
    expect(await door.post([withContact('1'), withNote('2')])).toMatchObject({ status: 202, body: { accepted: 2 } });
    door.eventsLog.away = true;
    expect(await door.post([withContact('3'), withNote('4')])).toMatchObject({ status: 202, body: { accepted: 2 } });
    const seen = await everythingBut();
    for (const secret of SECRETS) expect(seen).not.toContain(secret);
    expect(await door.dataSource.query('select lead, name, email, phone, company, language from contact')).toEqual([
      { lead: 'ada', ...ADA },
    ]);
    expect(await door.dataSource.query('select subject, id, note from note order by id')).toEqual([
      { subject: 'ada', id: '2', note: 'prefers mornings' },
      { subject: 'ada', id: '4', note: 'prefers mornings' },
    ]);
  });

  it('keeps of a lead the contact of its latest event, in whatever order they come', async () => {
    await door.post(withContact('late', { time: '2026-11-24T09:30:00Z' }));
    await door.post(withContact('early', { time: '2026-11-24T09:00:00Z', data: { contact: { name: 'A. B.' } } }));
    expect(await door.dataSource.query('select id, name from contact')).toEqual([{ id: 'late', name: 'Ada Byron' }]);
    await door.post([
      withContact('x', { time: '2026-11-24T09:40:00Z' }),
      withContact('y', { time: '2026-11-24T09:50:00Z', data: { contact: { name: 'Ada King' } } }),
    ]);
    expect(await door.dataSource.query('select id, name, email from contact')).toEqual([{ id: 'y', name: 'Ada King', email: null }]);
  });

  it('is refused with 503 when the vault cannot be written, with nothing of the request in the log and nothing of it said', async () => {
    await door.dataSource.query('alter table contact add constraint no_room check (false) not valid');
    const answer = await door.post([created('1'), withContact('2')]);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).not.toBeNull();
    expect(await contentOf(door.eventsLog)).toEqual([]);
    const seen = await everythingBut(answer.text);
    for (const secret of SECRETS) expect(seen).not.toContain(secret);
    expect(await door.post(created('3'))).toMatchObject({ status: 202 });
  });

  it('is in no answer to what was refused', async () => {
    const answer = await door.post([
      created('1', { subject: 'ada@byron.example' }),
      created('2', { subject: 'ada', data: { contact: { ...ADA, nickname: 'Ada Byron' } } }),
      created('3', { subject: 'ada', data: { origin: 5, contact: ADA } }),
      created('4', { subject: '+44 20 7946 0123' }),
    ]);
    expect(answer.body).toMatchObject({
      accepted: 0,
      rejected: [{ path: '$.subject' }, { path: '$.data.contact.nickname' }, { path: '$.data.origin' }, { path: '$.subject' }],
    });
    for (const secret of SECRETS) expect(answer.text + door.logged()).not.toContain(secret);
  });

  it('in an attribute that we do not know is dropped', async () => {
    expect(await door.post(created('1', { customername: 'Ada Byron' }))).toMatchObject({ status: 202 });
    expect(await everythingBut()).not.toContain('Ada Byron');
  });
});
