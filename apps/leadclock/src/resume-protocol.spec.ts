import type { PatchOf, SnapshotOf } from '@leadclock/live-protocol/frames.js';
import type { Heartbeat, Resume } from '@leadclock/live-protocol/protocol.js';
import fc from 'fast-check';
import { Listener } from '../../web/src/live/listener.js';
import { MemoryLine, type Packet } from './testing/memory-line.js';
import type { AnySpokenStream, Broadcaster, Said } from './testing/spoken-stream.js';
import { pages } from './testing/spoken-streams.js';

/**
 * The rooms of the server and the listener of the pages, as they are in the product, over lines that lose, repeat and reorder what is said, are
 * cut, and bring what they still held when the next one stands; the server reads everything anew, ends and begins; the page stops reading.
 * Whatever has happened: what the page shows was true once, and after one heartbeat of a quiet line it is what the server has.
 */
type Step =
  | (Said & { readonly do: 'say' | 'readAnew'; readonly stream: number })
  | { readonly do: 'flood' | 'deliver'; readonly n: number }
  | { readonly do: 'late' | 'answer' | 'enter' | 'drain' | 'beat' | 'lose' | 'loseAsk' | 'repeat' | 'again' | 'reorder' }
  | { readonly do: 'cut' | 'connect' | 'restart' | 'muchLater' };

const MUCH_MS = 16 * 60_000;

class Theatre {
  private now = 1_000;
  private line = new MemoryLine();
  /** what lines that are no more still hold */
  private late: Packet[] = [];
  private asked: Resume[] = [];
  private lately: Packet[] = [];
  private entering: Promise<void> = Promise.resolve();
  private readonly page: Listener<never>;
  private readonly server: Broadcaster = {
    clock: () => this.now,
    broadcast: (room, event, frame) => this.line.broadcast(room, { event, text: JSON.stringify(frame) }),
  };

  constructor(readonly streams: readonly AnySpokenStream[]) {
    this.page = new Listener(
      0,
      0,
      streams.map(({ heard }) => heard),
      () => 0,
    );
    for (const stream of streams) stream.open(this.server);
    this.connect();
  }

  async perform(step: Step): Promise<void> {
    const { line } = this;
    if (step.do === 'say') this.streams[step.stream % this.streams.length]?.say(step);
    else if (step.do === 'readAnew') this.streams[step.stream % this.streams.length]?.readAnew(step);
    else if (step.do === 'flood') for (let n = 0; n < step.n; n++) this.streams[0]?.say({ change: 0, id: 'ada', value: (n % 2) + 1 });
    else if (step.do === 'deliver' && !line.connected) this.connect();
    else if (step.do === 'deliver') this.deliver(line.down.splice(0, step.n));
    else if (step.do === 'late') this.deliver(this.late.splice(0, 3));
    else if (step.do === 'answer') this.answer();
    else if (step.do === 'enter') await this.entering;
    else if (step.do === 'drain') line.drain();
    else if (step.do === 'beat') for (const stream of this.streams) stream.beat();
    else if (step.do === 'lose') line.down.splice(-2);
    else if (step.do === 'loseAsk') this.asked.pop();
    else if (step.do === 'repeat') line.down.push(...line.down.slice(-2));
    else if (step.do === 'again') line.down.unshift(...this.lately);
    else if (step.do === 'reorder') line.down.reverse();
    else if (step.do === 'cut') this.cut();
    else if (step.do === 'connect') this.connect();
    else if (step.do === 'restart') this.restart();
    else this.now += MUCH_MS;
  }

  /** The line stands, and brings what is under way, unless that is lost; then one heartbeat, and what is asked because of it. */
  async settle(isLost: boolean): Promise<void> {
    if (!this.line.connected) this.connect();
    await this.entering;
    this.line.drain();
    if (isLost) this.line.down = [];
    this.quiet();
    for (const stream of this.streams) stream.beat();
    this.quiet();
  }

  private quiet(): void {
    while (this.late.length > 0 || this.line.down.length > 0 || this.asked.length > 0) {
      this.deliver(this.late.splice(0));
      this.deliver(this.line.down.splice(0));
      this.line.drain();
      this.answer();
    }
  }

  private deliver(packets: readonly Packet[]): void {
    for (const packet of packets) {
      this.asked.push(...this.hear(packet));
      for (const stream of this.streams) if (!stream.isOnceTrue()) throw new Error(`the page shows of ${stream.name} what never was`);
    }
    if (packets.length > 0) this.lately = packets.slice(-2);
  }

  private hear({ event, text }: Packet): readonly Resume[] {
    if (event === 'heartbeat') {
      const frame: Heartbeat = JSON.parse(text);
      return this.page.heartbeat(frame, this.now);
    }
    if (event === 'patch') {
      const frame: PatchOf<never> = JSON.parse(text);
      return this.page.patch(frame, this.now);
    }
    const frame: SnapshotOf<never> = JSON.parse(text);
    return this.page.snapshot(frame, this.now);
  }

  private answer(): void {
    for (const ask of this.asked.splice(0)) this.streams.find(({ name }) => name === ask.stream)?.resume(this.line, ask);
  }

  private cut(): void {
    this.line.cut();
    this.late.push(...this.line.down.splice(0));
    this.asked = [];
  }

  private connect(): void {
    this.cut();
    const line = new MemoryLine();
    this.line = line;
    this.entering = (async () => {
      for (const stream of this.streams) await stream.enter(line);
    })();
  }

  private restart(): void {
    this.cut();
    for (const stream of this.streams) stream.open(this.server);
  }
}

const said = { change: fc.nat(4), stream: fc.nat(1), id: fc.constantFrom('ada', 'bob', '7', '__proto__'), value: fc.nat(3) };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ do: fc.constant('say' as const), ...said }) },
  { weight: 16, arbitrary: fc.record({ do: fc.constant('deliver' as const), n: fc.integer({ min: 1, max: 6 }) }) },
  {
    weight: 20,
    arbitrary: fc.constantFrom<Step>({ do: 'late' }, { do: 'answer' }, { do: 'answer' }, { do: 'enter' }, { do: 'enter' }, { do: 'beat' }),
  },
  { weight: 12, arbitrary: fc.constantFrom<Step>({ do: 'lose' }, { do: 'loseAsk' }, { do: 'repeat' }, { do: 'again' }, { do: 'reorder' }) },
  { weight: 6, arbitrary: fc.constantFrom<Step>({ do: 'connect' }, { do: 'cut' }, { do: 'restart' }, { do: 'muchLater' }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('readAnew' as const), ...said }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'drain' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('flood' as const), n: fc.constantFrom(20, 33, 70) }) },
);

it('ends with the page equal to the server, through 10,000 runs of cuts, repeats, reorders and lost last messages', async () => {
  const run = fc.asyncProperty(
    fc.constantFrom('wall' as const, 'team' as const, 'rep' as const, 'rep' as const),
    fc.array(step, { maxLength: 40, size: 'max' }),
    fc.boolean(),
    async (page, steps, isLost) => {
      const theatre = new Theatre(pages[page]());
      for (const each of steps) await theatre.perform(each);
      await theatre.settle(isLost);
      for (const { ends } of theatre.streams) expect(ends.page).toStrictEqual(ends.server);
    },
  );
  await fc.assert(run, { numRuns: 10_000 });
}, 180_000);
