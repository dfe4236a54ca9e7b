import type { Socket } from 'socket.io';

/** Who reads over a socket, and so which rooms the server puts him in. */
export interface Reader {
  readonly role: 'wall';
}

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** Decides at the handshake who connects; null: nobody we know. Until there are accounts, whoever is on this machine reads the wall. */
export function readerOf(handshake: Pick<Socket['handshake'], 'address'>): Reader | null {
  return loopback.includes(handshake.address) ? { role: 'wall' } : null;
}
