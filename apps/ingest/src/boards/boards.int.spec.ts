import { type OpenDoor, openDoor } from '../testing/open-door.js';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

async function send(method: 'PUT' | 'DELETE', id: string, seen: number | null, body?: unknown) {
  const response = await fetch(`${door.url}/v1/boards/${id}`, {
    method,
    headers: {
      authorization: `Bearer ${door.key}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(seen !== null && { 'if-match': String(seen) }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

const tile = { id: 'a', kpi: 'lead-response-time', form: 'number', params: { window: 'today' } };
const board = { name: 'Floor', tiles: [tile] };
const rows = () => door.dataSource.query('select id, body, version from board order by id');

describe('a board', () => {
  it('is kept with its defaults, and changed by who saw its latest version', async () => {
    expect(await send('PUT', 'floor', 0, board)).toEqual({ status: 200, text: '{"id":"floor","version":1}' });
    expect(await send('PUT', 'floor', 1, { ...board, name: 'The floor' })).toEqual({ status: 200, text: '{"id":"floor","version":2}' });
    expect(await rows()).toEqual([
      {
        id: 'floor',
        version: 2,
        body: {
          name: 'The floor',
          tiles: [{ ...tile, title: null, bucket: null, compare: null, target: null, minimum: 0, teams: false, width: 4 }],
        },
      },
    ]);
  });

  it('is not overwritten by who saw an older version, nor made twice, nor removed unseen', async () => {
    expect(await send('PUT', 'floor', 1, board)).toMatchObject({ status: 409, text: expect.stringContaining('version 2') });
    expect(await send('PUT', 'floor', 0, board)).toMatchObject({ status: 409 });
    expect(await send('DELETE', 'floor', 1)).toMatchObject({ status: 409 });
    expect(await rows()).toMatchObject([{ version: 2, body: { name: 'The floor' } }]);
    expect(await send('PUT', 'gone', 3, board)).toMatchObject({ status: 404 });
  });

  it('of two who change it at once, one is told', async () => {
    const answers = await Promise.all(['one', 'two', 'three'].map((name) => send('PUT', 'floor', 2, { ...board, name })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it('is removed', async () => {
    expect(await send('DELETE', 'floor', 3)).toMatchObject({ status: 200 });
    expect(await rows()).toEqual([]);
  });

  it.each([
    ['without the version seen', 'x', null, board, /If-Match/],
    ['under an id that no address holds', 'A B', 0, board, /letters/],
    ['without a name', 'x', 0, { tiles: [] }, /\$\.name/],
    ['with a tile that asks no KPI', 'x', 0, { name: 'X', tiles: [{ ...tile, kpi: 'No KPI' }] }, /\$\.tiles\[0\]\.kpi|\$\.tiles\.0\.kpi/],
    ['with two tiles of one id', 'x', 0, { name: 'X', tiles: [tile, tile] }, /two tiles have one id/],
    ['with a field that there is not', 'x', 0, { ...board, colour: 'red' }, /colour/],
    ['with a name of control characters', 'x', 0, { ...board, name: 'a\u0007' }, /control character/],
  ])('%s is refused, and nothing is kept', async (_name, id, seen, body, said) => {
    const answer = await send('PUT', encodeURIComponent(id), seen, body);
    expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(said)]);
    expect(await rows()).toEqual([]);
  });

  it('is changed by nobody without a key who is no page of ours', async () => {
    const response = await fetch(`${door.url}/v1/boards/x`, { method: 'PUT', headers: { 'if-match': '0' }, body: '{}' });
    expect(response.status).toBe(401);
  });
});
