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
import { readerOf } from './reader.js';
import { WallService } from './wall.service.js';
import { wallStream } from './wall-room.js';

const refused = counter('leadclock_live_messages_refused_total', 'messages of screens that are none of the protocol');

/** The sockets of the walls. The server chooses the room; a screen may only ask for what it missed, and for the time. */
@WebSocketGateway()
export class WallGateway implements OnGatewayInit<Server>, OnGatewayConnection<Socket> {
  constructor(@Inject(WallService) private readonly wall: WallService) {}

  afterInit(server: Server): void {
    server.use((socket, next) => (readerOf(socket.handshake) === null ? next(new Error('unauthorized')) : next()));
    this.wall.open((event, frame) => server.to(wallStream).emit(event, frame));
  }

  async handleConnection(socket: Socket): Promise<void> {
    await this.wall.room.enter(socket);
  }

  @SubscribeMessage('resume')
  resume(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): void {
    const asked = Resume.safeParse(message);
    if (asked.success) this.wall.room.resume(socket, asked.data);
    else refused.inc();
  }

  @SubscribeMessage('clock')
  clock(@ConnectedSocket() socket: Socket): { readonly serverTime: number } | undefined {
    return this.wall.room.hears(socket) ? { serverTime: this.wall.now() } : undefined;
  }
}
