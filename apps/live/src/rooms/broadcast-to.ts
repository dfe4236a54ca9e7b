import type { Server } from 'socket.io';
import type { Broadcast } from './live-room.js';
import { packetOf } from './packet.js';

/** Writes a frame to all that are in a room of socket.io, as its own broadcast does, but in one piece: see `packetOf`. */
export function broadcastTo(server: Server): Broadcast {
  const { adapter, sockets } = server.of('/');
  return (room, event, frame) => {
    const members = adapter.rooms.get(room);
    if (members === undefined) return;
    const { text, options } = packetOf(event, frame);
    for (const id of members) sockets.get(id)?.conn.write(text, options);
  };
}
