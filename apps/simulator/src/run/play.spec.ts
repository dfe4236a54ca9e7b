import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Planned } from '../plan/planned.js';
import { Refused } from './front-door.js';
import { atOnce, atSpeed } from './pace.js';
import { play } from './play.js';
import { splitAt } from './split-at.js';

const begin = Date.parse('2026-11-25T09:00:00Z');
const lead = (n: number, at: number): Planned => ({
  deliverAt: begin + at,
  id: `e${n}`,
  source: '/website',
  type: 'lead.created',
  subject: `lead-${n}`,
  time: begin + at,
  historical: false,
  data: {},
});

/** A door that answers as it is told, one answer a request, 202 once it was told nothing more; remembers the ids of each request. */
class Door {
  readonly requests: string[][] = [];
  readonly answers: ((response: ServerResponse, ids: readonly string[]) => void)[] = [];
  private server: Server | null = null;

  async open(): Promise<string> {
    this.server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        const ids = (JSON.parse(body) as { id: string }[]).map(({ id }) => id);
        this.requests.push(ids);
        (this.answers.shift() ?? accept)(response, ids);
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server?.close(() => resolve());
      this.server?.closeAllConnections();
    });
  }
}

const accept = (response: ServerResponse, ids: readonly string[]) =>
  response.writeHead(202).end(JSON.stringify({ accepted: ids.length, rejected: [] }));
const answer =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, headers).end('{"detail":"no"}');
const hangUp = (response: ServerResponse) => response.destroy();

describe('a play', () => {
  const there = new Door();
  let url: string;
  let troubles: string[];
  const controller = new AbortController();
  const door = () => ({ url, key: 'lc_key', signal: controller.signal, onTrouble: (problem: string) => troubles.push(problem) });

  beforeEach(async () => {
    troubles = [];
    there.requests.length = 0;
    url = await there.open();
  });
  afterEach(() => there.close());

  it('hands over what is past in batches of at most 1,000', async () => {
    const plan = Array.from({ length: 2_500 }, (_, n) => lead(n, n));
    const totals = await play({ plan: plan.values(), door: door(), pace: atOnce, clock: () => begin });
    expect(there.requests.map(({ length }) => length)).toEqual([1_000, 1_000, 500]);
    expect(totals).toEqual({ events: 2_500, accepted: 2_500, rejected: 0, problems: [] });
  });

  it('sends the same batch again after 429, 503 and a connection that broke, and loses nothing', async () => {
    there.answers.push(answer(503, { 'retry-after': '0' }), hangUp, answer(429, { 'retry-after': '0' }));
    const totals = await play({ plan: [lead(1, 0), lead(2, 1)].values(), door: door(), pace: atOnce, clock: () => begin });
    expect(there.requests).toEqual(Array.from({ length: 4 }, () => ['e1', 'e2']));
    expect(totals.accepted).toBe(2);
    expect(troubles).toEqual([expect.stringContaining('503'), expect.stringContaining('does not answer'), expect.stringContaining('429')]);
  });

  it('tells of events that the door does not take, and goes on', async () => {
    there.answers.push((response) =>
      response.writeHead(202).end(JSON.stringify({ accepted: 1, rejected: [{ index: 0, id: 'e1', path: '$.time', problem: 'is wrong' }] })),
    );
    const totals = await play({ plan: [lead(1, 0), lead(2, 1)].values(), door: door(), pace: atOnce, clock: () => begin });
    expect(totals).toEqual({ events: 2, accepted: 1, rejected: 1, problems: [expect.stringContaining('is wrong')] });
  });

  it('gives up at once when the key is refused', async () => {
    there.answers.push(answer(401));
    await expect(play({ plan: [lead(1, 0)].values(), door: door(), pace: atOnce, clock: () => begin })).rejects.toThrow(Refused);
    expect(there.requests).toHaveLength(1);
  });

  it('never runs ahead of the clock', async () => {
    // the clock moves by a quarter of a second at each look
    let now = begin - 250;
    const clock = () => (now += 250);
    const sentAt: number[] = [];
    await play({
      plan: [lead(1, 0), lead(2, 240), lead(3, 260), lead(4, 1_000)].values(),
      door: door(),
      pace: atSpeed({ from: begin, startedAt: begin, speed: 1 }),
      clock,
      onPosted: () => sentAt.push(now - begin),
    });
    expect(there.requests).toEqual([['e1'], ['e2'], ['e3'], ['e4']]);
    expect(sentAt).toEqual([0, 250, 500, 1_000]);
  });

  it('ends at the signal while it waits', async () => {
    const ended = new AbortController();
    const waiting = play({
      plan: [lead(1, 0), lead(2, 3_600_000)].values(),
      door: { ...door(), signal: ended.signal },
      pace: (now) => now,
      clock: () => begin,
      onPosted: () => setImmediate(() => ended.abort()),
    });
    expect((await waiting).accepted).toBe(1);
  });
});

describe('the pace', () => {
  it('plays the past at its speed until it meets the clock, and then goes with it', () => {
    const pace = atSpeed({ from: begin - 9_000, startedAt: begin, speed: 10 });
    expect([0, 500, 1_000, 5_000].map((ms) => pace(begin + ms) - begin)).toEqual([-9_000, -4_000, 1_000, 5_000]);
  });
});

describe('a plan as two', () => {
  it('leaves nothing out and tells nothing twice', () => {
    const plan = [lead(1, 0), lead(2, 5), lead(3, 6), lead(4, 9)];
    const idsOf = (events: Iterable<Planned>) => Array.from(events, ({ id }) => id);
    for (const [at, first] of [
      [-1, 0],
      [5, 2],
      [100, 4],
    ] as const) {
      const { before, after } = splitAt(plan.values(), begin + at);
      expect(idsOf(before)).toEqual(idsOf(plan).slice(0, first));
      expect(idsOf(after)).toEqual(idsOf(plan).slice(first));
    }
  });
});
