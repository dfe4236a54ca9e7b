import { Handshake, PROTOCOL, type Refusal } from '@leadclock/live-protocol/handshake.js';
import { Resume } from '@leadclock/live-protocol/protocol.js';
import { counter } from '@leadclock/runtime/metrics.js';
import { Inject } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { BoardsService } from '../boards/boards.service.js';
import { broadcastTo } from '../rooms/broadcast-to.js';
import { MessageBudget } from '../rooms/message-budget.js';
import { readerOf } from './reader.js';
import { WallService } from './wall.service.js';

const refused = counter('leadclock_live_messages_refused_total', 'messages of screens that are none of the protocol');

/** An error that a page which is not let in gets to read. */
class Refused extends Error {
  constructor(readonly data: Refusal) {
    super(data.reason);
  }
}

/** The sockets of all screens. The server chooses what a page hears; a page may only ask for what it missed, and for the time. */
@WebSocketGateway()
export class WallGateway implements OnGatewayInit<Server>, OnGatewayConnection<Socket> {
  constructor(
    @Inject(WallService) private readonly wall: WallService,
    @Inject(BoardsService) private readonly boards: BoardsService,
  ) {}

  afterInit(server: Server): void {
    server.use((socket, next) => next(refusalOf(socket)));
    this.wall.open(broadcastTo(server));
    this.boards.open(broadcastTo(server));
  }

  async handleConnection(socket: Socket): Promise<void> {
    keepToBudget(socket);
    const visitor = handshakeOf(socket);
    if (visitor === null || visitor.view === 'wall') {
      await this.wall.room.enter(socket);
      for (const board of new Set(visitor?.boards)) this.boards.expect(socket, board, 'scene');
    } else if (visitor.view === 'board') {
      // the site, and the names of what its tiles are sliced by
      this.wall.expect(socket, { protocol: PROTOCOL, view: 'team', team: null });
      this.boards.expect(socket, visitor.board, 'board');
    } else this.wall.expect(socket, visitor);
  }

  @SubscribeMessage('resume')
  resume(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): void {
    const asked = Resume.safeParse(message);
    if (!asked.success) return refused.inc();
    this.wall.resume(socket, asked.data);
    this.boards.resume(socket, asked.data);
  }

  @SubscribeMessage('clock')
  clock(@ConnectedSocket() socket: Socket): { readonly serverTime: number } | undefined {
    return this.wall.hears(socket) || this.boards.hears(socket) ? { serverTime: this.wall.now() } : undefined;
  }
}

/** undefined: the page is let in. */
function refusalOf(socket: Socket): Error | undefined {
  if (readerOf(socket.handshake) === null) {
    return new Refused({ reason: 'unauthorized', problem: 'only this machine is listened to until there are accounts' });
  }
  if (handshakeOf(socket) !== null) return undefined;
  const isOld = socket.handshake.auth['protocol'] !== PROTOCOL;
  return isOld
    ? new Refused({ reason: 'protocol', problem: `this server speaks protocol ${PROTOCOL}: load the page again` })
    : new Refused({
        reason: 'view',
        problem:
          "auth must be {protocol: 1, view: 'wall', boards?}, {…, view: 'rep', rep}, {…, view: 'team', team} or {…, view: 'board', board}",
      });
}

/** What a page says of itself; nothing said: a wall. null: what it says is none of the protocol. */
function handshakeOf({ handshake: { auth } }: Socket): Handshake | null {
  if (Object.keys(auth).length === 0) return { protocol: PROTOCOL, view: 'wall' };
  return Handshake.safeParse(auth).data ?? null;
}

const known: readonly string[] = ['resume', 'clock'];

/** Drops what is none of the protocol or too much, and sends away who goes on. */
function keepToBudget(socket: Socket): void {
  const budget = new MessageBudget(() => performance.now());
  socket.use(([event], next) => {
    const spent = budget.spend();
    if (spent === 'taken' && known.includes(event)) return next();
    refused.inc();
    if (spent === 'enough') socket.disconnect(true);
  });
}
