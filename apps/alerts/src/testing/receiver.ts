import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a path answers from now on; `before`: how many came to it already. */
type Mood = (response: ServerResponse, before: number, received: Received) => void;

/** A real HTTP server that hears webhooks: what comes to a path is answered as that path was told to, else with 204. */
export class Receiver {
  readonly received: Received[] = [];
  private readonly moods = new Map<string, Mood>();

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly url: string,
  ) {}

  static async open(): Promise<Receiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const receiver = new Receiver(server, `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => receiver.hear(request, Buffer.concat(parts).toString('utf8'), response));
    });
    return receiver;
  }

  answer(path: string, answer: Mood): void {
    this.moods.set(path, answer);
  }

  /** What came to a path, in its order. */
  at(path: string): readonly Received[] {
    return this.received.filter((one) => one.path === path);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private hear({ url: path = '', headers }: IncomingMessage, body: string, response: ServerResponse): void {
    const before = this.at(path).length;
    const received = { path, body, headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])) };
    this.received.push(received);
    const answer = this.moods.get(path);
    if (answer === undefined) response.writeHead(204).end();
    else answer(response, before, received);
  }
}
