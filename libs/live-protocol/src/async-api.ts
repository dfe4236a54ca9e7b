import { documentedSchemas, type Json, type StateName } from './documented-schemas.js';
import { HEARTBEAT_MS } from './protocol.js';

const schema = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const channel = (name: string): Json => ({ $ref: `#/channels/${name}` });
const messageOf = (of: string, name: string): Json => ({ $ref: `#/channels/${of}/messages/${name}` });
const message = (name: string, payload: string, summary: string): Json => ({ name, summary, payload: schema(payload) });

interface Stream {
  readonly key: string;
  readonly state: StateName;
  readonly address: string;
  readonly description: string;
  readonly parameters?: Json;
}

const streams: readonly Stream[] = [
  { key: 'wall', state: 'Wall', address: 'wall', description: 'What a screen on the wall shows.' },
  { key: 'floor', state: 'Floor', address: 'floor', description: 'Who waits and who is told about it; the same for all reps.' },
  {
    key: 'rep',
    state: 'Rep',
    address: 'rep:{rep}',
    description: "A rep's own leads and day.",
    parameters: { rep: { description: 'the id of the rep' } },
  },
  { key: 'site', state: 'Team', address: 'team', description: 'What the manager of the whole site watches.' },
  {
    key: 'team',
    state: 'Team',
    address: 'team:{team}',
    description: 'The same of one team.',
    parameters: { team: { description: 'the id of the team' } },
  },
  {
    key: 'board',
    state: 'Board',
    address: 'board:{board}',
    description: 'A board and what its tiles say; a tile is sent when it says something else than before.',
    parameters: { board: { description: 'the id of the board' } },
  },
  {
    key: 'scene',
    state: 'Scene',
    address: 'scene:{board}',
    description: 'The same board as a wall shows it: the first lines of each tile, with the names that belong to them.',
    parameters: { board: { description: 'the id of the board' } },
  },
];

const streamChannels = Object.fromEntries(
  streams.map(({ key, state, address, description, parameters }) => [
    key,
    {
      address,
      description,
      ...(parameters === undefined ? {} : { parameters }),
      messages: {
        snapshot: message(
          'snapshot',
          `${state}Snapshot`,
          'the whole state: the first frame, and the answer to a resume that patches cannot serve',
        ),
        patch: message('patch', `${state}Patch`, 'what has changed: whole values by key, members of keyed parts by id (null: gone)'),
      },
    },
  ]),
);

const link = {
  address: null,
  description: 'What belongs to no stream. `connect` is the auth of the handshake, `connect_error` what a refused one gets as its data.',
  messages: {
    connect: message('connect', 'Handshake', 'what a page says of itself; nothing said: a wall'),
    connect_error: message('connect_error', 'Refusal', 'why it was not let in'),
    heartbeat: message('heartbeat', 'Heartbeat', 'where each stream stands'),
    resume: message('resume', 'Resume', 'asks for what comes after a seq'),
    clock: message('clock', 'Clock', "asks for the server's time"),
    time: message('time', 'ServerTime', 'the acknowledgement of clock'),
  },
};

const operation = (action: 'send' | 'receive', of: string, names: readonly string[], summary: string): Json => ({
  action,
  channel: channel(of),
  messages: names.map((name) => messageOf(of, name)),
  summary,
});

const says = Object.fromEntries(
  streams.map(({ key }) => [`say-${key}`, operation('send', key, ['snapshot', 'patch'], `the state of ${key} and what changes in it`)]),
);

const description = [
  'Figures and leads as they change, over Socket.IO 4 (namespace `/`, path `/socket.io/`, transport websocket). A message is a Socket.IO event of its name with one argument.',
  'The handshake (`auth`) says which page it is and the server chooses the streams: a wall hears `wall` and `scene:<id>` of each board that it shows, a rep `floor` and `rep:<id>`, a manager `team` or `team:<id>`, who looks at a board `board:<id>`.',
  'Each stream begins with a `snapshot`. A `patch` follows when its epoch is that of the state and its seq the next one; one that is known already is dropped; after a gap ask `resume` {stream, epoch, from: the last seq}: the missing patches or a snapshot come.',
  `Every ${HEARTBEAT_MS / 1_000} s \`heartbeat\` says how far each stream has come, which finds a lost last message. Another epoch is another state: ask \`resume\` for its snapshot.`,
  'Instants are epoch milliseconds of the server: a page counts waits by itself, against the clock that `clock` measures. Keys that a client does not know are to be passed over.',
  'A page that sends more than a page needs is not listened to, and cut off when it goes on; one that reads too slowly gets one snapshot instead of what it missed.',
].join('\n\n');

/** The live protocol as an AsyncAPI 3 document, made from the schemas that the server and the pages are compiled against. */
export const asyncApiDocument = (): Json => ({
  asyncapi: '3.0.0',
  info: { title: 'Leadclock, live', version: '1', description },
  defaultContentType: 'application/json',
  servers: {
    here: {
      host: 'localhost:8080',
      protocol: 'ws',
      pathname: '/socket.io/',
      description: 'the address of the program; wss behind a proxy',
    },
  },
  channels: { ...streamChannels, link },
  operations: {
    ...says,
    greet: operation('receive', 'link', ['connect'], 'a page connects'),
    refuse: operation('send', 'link', ['connect_error'], 'it is not let in'),
    beat: operation('send', 'link', ['heartbeat'], `every ${HEARTBEAT_MS / 1_000} s`),
    resume: operation('receive', 'link', ['resume'], 'a page has missed something'),
    tellTime: {
      ...operation('receive', 'link', ['clock'], "a page measures the server's clock"),
      reply: { channel: channel('link'), messages: [messageOf('link', 'time')] },
    },
  },
  components: { schemas: documentedSchemas() },
});
