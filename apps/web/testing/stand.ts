import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Patch, Resume, WallState } from '@leadclock/live-protocol/protocol.js';
import type { SceneState } from '@leadclock/live-protocol/scene-state.js';
import { Server, type Socket } from 'socket.io';

const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'";
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain',
};
const HEARTBEAT_MS = 5_000;
const STREAM = 'wall';

/** A server of the live protocol with the wall's stream and those of its boards, whose clock, silence and cuts are in the test's hands. */
export interface Stand {
  readonly url: string;
  /** how many sockets are open */
  sockets(): number;
  /** sends a patch; `lost` ones count in the stream but are never sent */
  set(change: Partial<WallState>, options?: { lost?: boolean }): void;
  /** sends the whole state of a board; null: its stream falls silent, and only its */
  setBoard(board: string, state: SceneState | null): void;
  /** the link stands, but nothing comes */
  mute(): void;
  /** every link breaks and none is let in */
  cut(): void;
  /** every screen is sent away, politely; it may come again */
  sendAway(): void;
  /** frames and sockets again */
  restore(): void;
  heartbeat(): void;
  /** when every screen has taken in what was sent so far */
  heard(): Promise<void>;
  /** a live process that began anew: another epoch, maybe another build */
  restart(build?: string): void;
  /** the server's clock goes on by so many ms at once */
  advance(ms: number): void;
  /** what `POST /v1/demo` is answered with, the one that waits or else the next; it waits until then */
  answerDemo(status: number, body: object): void;
  /** how often a demo was asked for */
  demosAsked(): number;
  close(): Promise<void>;
}

type Boards = Readonly<Record<string, SceneState>>;

export async function startStand(folder: string, first: WallState, startsAt: number, given: Boards = {}): Promise<Stand> {
  let state = first;
  let [epoch, seq, build] = ['epoch-1', 0, 'build-1'];
  let clock = startsAt - Date.now();
  let [muted, refusing] = [false, false];
  let sent: Patch[] = [];
  const boards = new Map(Object.entries(given));
  const now = (): number => Date.now() + clock;

  let waiting: ServerResponse[] = [];
  let asked = 0;
  let demoAnswer: { readonly status: number; readonly body: object } | null = null;
  const http = createServer((request, response) => {
    if (request.url !== '/v1/demo') {
      serve(folder, request, response);
      return;
    }
    asked += 1;
    if (demoAnswer === null) waiting = [...waiting, response];
    else reply(response, demoAnswer.status, demoAnswer.body);
    demoAnswer = null;
  });
  const io = new Server(http, { transports: ['websocket'], allowRequest: (_request, answer) => answer(null, !refusing) });
  const snapshot = () => ({ stream: STREAM, epoch, seq, serverTime: now(), build, state });
  const boardSnapshots = () =>
    [...boards].map(([id, board]) => ({ stream: `scene:${id}`, epoch, seq: 0, serverTime: now(), build, state: board }));
  const heartbeat = () => {
    if (muted) return;
    io.emit('heartbeat', { serverTime: now(), build, heads: { [STREAM]: { epoch, seq } } });
    for (const id of boards.keys()) io.emit('heartbeat', { serverTime: now(), build, heads: { [`scene:${id}`]: { epoch, seq: 0 } } });
  };
  io.on('connection', (socket) => {
    if (!muted) for (const frame of [snapshot(), ...boardSnapshots()]) socket.emit('snapshot', frame);
    socket.on('clock', (_ask: unknown, answer: (own: { serverTime: number }) => void) => {
      if (!muted) answer({ serverTime: now() });
    });
    socket.on('resume', (ask: Resume) => {
      if (muted || ask.stream !== STREAM) return;
      const missing = sent.filter((patch) => patch.seq > ask.from);
      if (ask.epoch === epoch && ask.from <= seq) for (const patch of missing) socket.emit('patch', patch);
      else socket.emit('snapshot', snapshot());
    });
  });
  const beating = setInterval(heartbeat, HEARTBEAT_MS);
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const { port } = http.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    sockets: () => io.sockets.sockets.size,
    set(change, { lost = false } = {}) {
      state = { ...state, ...change };
      seq += 1;
      const patch: Patch = { stream: STREAM, epoch, seq, serverTime: now(), set: change };
      sent = [...sent, patch];
      if (!lost && !muted) io.emit('patch', patch);
    },
    setBoard(id, board) {
      if (board === null) boards.delete(id);
      else boards.set(id, board);
      for (const frame of boardSnapshots()) if (frame.stream === `scene:${id}`) io.emit('snapshot', frame);
    },
    mute() {
      muted = true;
    },
    cut() {
      refusing = true;
      // as a broken cable: the transport ends, nobody says good-bye
      for (const socket of io.sockets.sockets.values()) socket.conn.close();
    },
    sendAway() {
      io.disconnectSockets();
    },
    restore() {
      [muted, refusing] = [false, false];
      for (const frame of [snapshot(), ...boardSnapshots()]) io.emit('snapshot', frame);
    },
    heartbeat,
    async heard() {
      await Promise.all([...io.sockets.sockets.values()].map(answersPing));
    },
    restart(next = build) {
      [epoch, seq, build, sent] = [`${epoch}+`, 0, next, []];
    },
    advance(ms) {
      clock += ms;
    },
    answerDemo(status, body) {
      if (waiting.length === 0) demoAnswer = { status, body };
      for (const response of waiting) reply(response, status, body);
      waiting = [];
    },
    demosAsked: () => asked,
    async close() {
      clearInterval(beating);
      http.close();
      // a browser opens connections ahead of need, and the server would wait a minute for their first request
      http.closeAllConnections();
      await io.close();
    },
  };
}

/** Frames are taken in by the order in which they were sent: who answers a ping has had all before it. */
function answersPing({ conn }: Socket): Promise<void> {
  return new Promise((answered) => {
    const listen = ({ type }: { type: string }): void => {
      if (type === 'pong') end();
    };
    const end = (): void => {
      conn.off('packet', listen);
      conn.off('close', end);
      answered();
    };
    conn.on('packet', listen);
    conn.on('close', end);
    conn['sendPacket']('ping');
  });
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function serve(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const asked = new URL(request.url ?? '/', 'http://stand').pathname;
  const file = path.join(folder, asked === '/wall' ? 'wall.html' : path.normalize(asked));
  response.setHeader('content-security-policy', POLICY);
  if (asked === '/healthz') {
    response.end('ok');
  } else if (file.startsWith(folder) && existsSync(file)) {
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  } else {
    response.statusCode = 404;
    response.end();
  }
}
