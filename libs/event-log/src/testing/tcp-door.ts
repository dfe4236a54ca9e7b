import net from 'node:net';

/** A fixed address in front of a server whose own address changes. */
export interface TcpDoor {
  readonly port: number;
  leadsTo(port: number): void;
  /** Ends every connection, as a server that dies does. */
  cut(): void;
  /** Nothing passes any more, and nobody is told: a line that is dead without having ended. */
  hush(silent: boolean): void;
  close(): Promise<void>;
}

export async function openDoor(): Promise<TcpDoor> {
  let target = 0;
  let silent = false;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((inner) => {
    const outer = net.connect(target, '127.0.0.1');
    for (const [from, to] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => {
        if (!silent) to.write(data);
      });
      from.on('end', () => to.end());
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    leadsTo: (port) => {
      target = port;
    },
    cut,
    hush: (yes) => {
      silent = yes;
    },
    close: async () => {
      cut();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}
