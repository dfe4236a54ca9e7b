import { lead } from '@leadclock/domain/testing/story.js';
import type { Handshake } from '@leadclock/live-protocol/handshake.js';
import { putBoard } from '@leadclock/read-model/outside/board.table.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { type OpenWall, openWall } from '../testing/open-wall.js';

/**
 * A client that knows the document and nothing else: it finds the schema of each frame by the frame's stream and event, and reads the frame
 * with it.
 */
const Document = z.object({
  asyncapi: z.literal('3.0.0'),
  channels: z.record(
    z.string(),
    z.object({ address: z.string().nullable(), messages: z.record(z.string(), z.object({ payload: z.object({ $ref: z.string() }) })) }),
  ),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});
type Document = z.infer<typeof Document>;

interface Heard {
  readonly event: string;
  readonly frame: unknown;
}

let floor: OpenWall;
let document: Document;
const sockets: Socket[] = [];

beforeEach(async () => {
  floor = await openWall();
  const answer = await fetch(`${floor.live.url}/docs/asyncapi.json`);
  document = Document.parse(await answer.json());
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await floor.close();
});

function listen(auth: Handshake): Heard[] {
  const heard: Heard[] = [];
  const socket = io(floor.live.url, { transports: ['websocket'], reconnection: false, forceNew: true, auth });
  socket.onAny((event: string, frame: unknown) => void heard.push({ event, frame }));
  sockets.push(socket);
  return heard;
}

/** The document's own schema of a name, with everything it points at. */
function schemaAt(pointer: string): z.ZodType {
  const text = JSON.stringify({ $ref: pointer, $defs: document.components.schemas });
  return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')));
}

function payloadOf({ event, frame }: Heard): z.ZodType {
  const stream = z.object({ stream: z.string() }).safeParse(frame).data?.stream ?? null;
  const channel = Object.values(document.channels).find(({ address }) => (address === null ? stream === null : matches(address, stream)));
  const payload = channel?.messages[event]?.payload.$ref;
  if (payload === undefined) throw new Error(`the document knows no ${event} of ${stream}`);
  return schemaAt(payload);
}

const matches = (address: string, stream: string | null): boolean =>
  stream !== null && new RegExp(`^${address.replace(/\{\w+\}/, '.+')}$`).test(stream);

describe('the AsyncAPI document of the sockets', () => {
  it.each<[string, Handshake, readonly string[]]>([
    ['a wall', { protocol: 1, view: 'wall' }, ['wall']],
    ['a rep', { protocol: 1, view: 'rep', rep: 'ana' }, ['floor', 'rep:ana']],
    ['the manager of the site', { protocol: 1, view: 'team', team: null }, ['team']],
    ['the manager of a team', { protocol: 1, view: 'team', team: 'north' }, ['team:north']],
    ['who looks at a board', { protocol: 1, view: 'board', board: 'floor' }, ['board:floor', 'team']],
  ])('describes each frame that %s hears', async (_who, auth, streams) => {
    const tiles = [{ id: 'waiting', kpi: 'waiting-now', form: 'number', params: { by: 'rep' } }];
    await putBoard(floor.planted.dataSource, { id: 'floor', body: { name: 'Floor', tiles }, seen: 0, now: floor.clock.now });
    const heard = listen(auth);
    const of = (event: string) =>
      heard
        .filter((one) => one.event === event)
        .flatMap(({ frame }) => z.object({ stream: z.string() }).safeParse(frame).data?.stream ?? []);
    await until('the snapshots', () => streams.every((stream) => of('snapshot').includes(stream)));
    await floor.planted.plant(lead('eve').arrived('09:05:30', { owner: 'ana' }));
    await until('the patches', () => streams.every((stream) => of('patch').includes(stream)));
    expect(heard.map(({ event }) => event)).toContain('heartbeat');
    for (const one of heard) expect(payloadOf(one).safeParse(one.frame).error?.issues ?? []).toEqual([]);
  });

  it('is not content with a frame that says something else', async () => {
    const heard = listen({ protocol: 1, view: 'wall' });
    await until('the snapshot', () => heard.some(({ event }) => event === 'snapshot'));
    const snapshot = heard.find(({ event }) => event === 'snapshot');
    const frame = z
      .object({ state: z.record(z.string(), z.unknown()) })
      .loose()
      .parse(snapshot?.frame);
    const wrong = { ...frame, state: { ...frame.state, waiting: [{ lead: 1 }] } };
    expect(payloadOf({ event: 'snapshot', frame: wrong }).safeParse(wrong).success).toBe(false);
  });
});
