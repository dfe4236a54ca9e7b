import { createECDH, type ECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { readPushed } from './read-pushed.js';
import { vapidProblem } from './vapid-problem.js';

/** A message as the browser reads it, and how it was to be kept. */
export interface PushedMessage {
  readonly payload: unknown;
  readonly ttl: number;
  readonly urgency: string | undefined;
  readonly topic: string | undefined;
  /** what the sender says of himself */
  readonly contact: string;
}

/** A browser that is subscribed, with the private half that only a browser has. */
interface Subscribed {
  readonly serverKey: string;
  readonly pair: ECDH;
  readonly auth: Buffer;
  readonly messages: PushedMessage[];
  /** each try, taken or not */
  tries: number;
  mood: ((response: ServerResponse, before: number) => boolean) | null;
}

/** The largest body that a push service has to take (RFC 8030, section 7.2). */
const LARGEST = 4_096;

/** A real push service: RFC 8030 over HTTP, senders proven by RFC 8292, and what came read as the browser would, by RFC 8291. */
export class PushService {
  private readonly browsers = new Map<string, Subscribed>();

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly url: string,
  ) {}

  static async open(): Promise<PushService> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const service = new PushService(server, `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => service.take(request, Buffer.concat(parts), response));
    });
    return service;
  }

  /** Subscribes a browser for a sender's public key, as `PushManager.subscribe()` does. */
  subscribe(name: string, serverKey: string) {
    const pair = createECDH('prime256v1');
    const p256dh = pair.generateKeys('base64url');
    const auth = randomBytes(16);
    this.browsers.set(name, { serverKey, pair, auth, messages: [], tries: 0, mood: null });
    return { endpoint: `${this.url}/push/${name}`, keys: { p256dh, auth: auth.toString('base64url') } };
  }

  /** How the messages to a browser are met from now on; `before`: how many tries there were. Answers whether it has answered itself. */
  meet(name: string, mood: (response: ServerResponse, before: number) => boolean): void {
    this.browser(name).mood = mood;
  }

  /** What a browser got, in its order. */
  at = (name: string): readonly PushedMessage[] => this.browser(name).messages;

  tries = (name: string): number => this.browser(name).tries;

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private browser(name: string): Subscribed {
    const browser = this.browsers.get(name);
    if (browser === undefined) throw new Error(`no browser ${name} is subscribed`);
    return browser;
  }

  private take({ method, url = '', headers }: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const browser = this.browsers.get(url.replace('/push/', ''));
    if (method !== 'POST' || browser === undefined) return void response.writeHead(404).end();
    browser.tries += 1;
    if (browser.mood?.(response, browser.tries - 1) === true) return;
    const proof = vapidProblem(headers.authorization, { serverKey: browser.serverKey, audience: this.url });
    if (!proof.ok) return void response.writeHead(403).end(proof.problem);
    const unfit = unfitBecause(headers, body);
    if (unfit !== null) return void response.writeHead(unfit).end();
    const text = readPushed(body, browser);
    browser.messages.push({
      payload: JSON.parse(text),
      ttl: Number(headers['ttl']),
      urgency: headers['urgency']?.toString(),
      topic: headers['topic']?.toString(),
      contact: proof.contact,
    });
    response.writeHead(201, { location: `${this.url}/message/${browser.messages.length}` }).end();
  }
}

function unfitBecause(headers: IncomingHttpHeaders, body: Buffer): number | null {
  if (body.length > LARGEST) return 413;
  if (!/^\d+$/.test(headers['ttl']?.toString() ?? '') || headers['content-encoding'] !== 'aes128gcm') return 400;
  return /^[A-Za-z0-9_-]{1,32}$/.test(headers['topic']?.toString() ?? 'none') ? null : 400;
}
