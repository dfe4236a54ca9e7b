import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Resume } from '@leadclock/live-protocol/protocol.js';
import { Server } from 'socket.io';

const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'";
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
const PAGES: Readonly<Record<string, string>> = { '/me': 'me.html', '/team': 'team.html' };
const HEARTBEAT_MS = 5_000;

type Members = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A command as the page sent it. */
export interface SentCommand {
  readonly command: string;
  readonly lead: string;
  readonly key: string;
  readonly body: unknown;
}

/** What the stand answers; null: never. */
export type StandAnswer = { readonly status: number; readonly body: unknown } | null;

/** A server of the live protocol with several streams, whose answers, clock, silence and cuts are in the test's hands. */
export interface ConsoleStand {
  readonly url: string;
  /** all commands that came, in their order */
  readonly commands: readonly SentCommand[];
  /** how the page introduced itself last */
  introduced(): unknown;
  patch(stream: string, set: Readonly<Record<string, unknown>>, members?: Members): void;
  /** what commands are answered from now on; while it is a promise the page waits */
  decide(answer: (sent: SentCommand) => StandAnswer | Promise<StandAnswer>): void;
  /** what `GET path` answers; all other questions get 404 */
  know(pathname: string, body: unknown): void;
  now(): number;
  advance(ms: number): void;
  mute(): void;
  restore(): void;
  close(): Promise<void>;
}

interface Stream {
  state: object;
  seq: number;
}

export async function startConsoleStand(folder: string, first: Readonly<Record<string, object>>, startsAt: number): Promise<ConsoleStand> {
  const streams = new Map<string, Stream>(Object.entries(first).map(([name, state]) => [name, { state, seq: 0 }]));
  const known = new Map<string, unknown>();
  const commands: SentCommand[] = [];
  let clock = startsAt - Date.now();
  let muted = false;
  let introduced: unknown = null;
  let decide: Parameters<ConsoleStand['decide']>[0] = () => ({ status: 404, body: { problem: 'the test gave no answer' } });
  const now = (): number => Date.now() + clock;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://stand');
    if (request.method !== 'POST') {
      serve(folder, pathname, known, response);
      return;
    }
    const sent = await readCommand(request, pathname);
    commands.push(sent);
    const decided = await decide(sent);
    if (decided === null) return;
    response.statusCode = decided.status;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(decided.body));
  };
  const http = createServer((request, response) => void answer(request, response));
  const io = new Server(http, { transports: ['websocket'] });
  const frame = (name: string) => ({ stream: name, epoch: 'epoch-1', seq: streams.get(name)?.seq ?? 0, serverTime: now() });
  const snapshot = (name: string) => ({ ...frame(name), build: 'build-1', state: streams.get(name)?.state });
  const heads = () => Object.fromEntries([...streams].map(([name, { seq }]) => [name, { epoch: 'epoch-1', seq }]));
  const heartbeat = (): void => {
    if (!muted) io.emit('heartbeat', { serverTime: now(), build: 'build-1', heads: heads() });
  };
  io.on('connection', (socket) => {
    introduced = socket.handshake.auth;
    if (!muted) for (const name of streams.keys()) socket.emit('snapshot', snapshot(name));
    socket.on('clock', (_ask: unknown, reply: (own: { serverTime: number }) => void) => {
      if (!muted) reply({ serverTime: now() });
    });
    socket.on('resume', (ask: Resume) => {
      if (!muted) socket.emit('snapshot', snapshot(ask.stream));
    });
  });
  const beating = setInterval(heartbeat, HEARTBEAT_MS);
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const { port } = http.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    commands,
    introduced: () => introduced,
    patch(name, set, members) {
      const stream = streams.get(name);
      if (stream === undefined) throw new Error(`the stand has no stream ${name}`);
      stream.state = laid({ ...stream.state, ...set }, members ?? {});
      stream.seq += 1;
      if (!muted) io.emit('patch', { ...frame(name), set, ...(members === undefined ? {} : { members }) });
    },
    decide(next) {
      decide = next;
    },
    know: (pathname, body) => void known.set(pathname, body),
    now,
    advance(ms) {
      clock += ms;
    },
    mute() {
      muted = true;
    },
    restore() {
      muted = false;
      for (const name of streams.keys()) io.emit('snapshot', snapshot(name));
    },
    async close() {
      clearInterval(beating);
      http.close();
      // a browser opens connections ahead of need, and the server would wait a minute for their first request
      http.closeAllConnections();
      await io.close();
    },
  };
}

/** The state with members changed, as the page will have it. */
function laid(state: Record<string, unknown>, members: Members): object {
  for (const [key, changed] of Object.entries(members)) {
    const entries = Object.entries({ ...(state[key] as object), ...changed }).filter(([, value]) => value !== null);
    state = { ...state, [key]: Object.fromEntries(entries) };
  }
  return state;
}

async function readCommand(request: IncomingMessage, pathname: string): Promise<SentCommand> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const [, , , lead = '', command = ''] = pathname.split('/');
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  return { command, lead: decodeURIComponent(lead), key: String(request.headers['idempotency-key']), body };
}

function serve(folder: string, pathname: string, known: ReadonlyMap<string, unknown>, response: ServerResponse): void {
  const file = path.join(folder, PAGES[pathname] ?? path.normalize(pathname));
  response.setHeader('content-security-policy', POLICY);
  if (known.has(pathname)) {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(known.get(pathname)));
  } else if (pathname === '/healthz') {
    response.end('ok');
  } else if (file.startsWith(folder) && path.extname(file) !== '' && existsSync(file)) {
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  } else {
    response.statusCode = 404;
    response.end(JSON.stringify({ problem: 'not known' }));
  }
}
