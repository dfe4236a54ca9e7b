import type { PatchOf, SnapshotOf } from '@leadclock/live-protocol/frames.js';
import { array, assert, constantFrom, integer, oneof, property, record } from 'fast-check';
import { type Head, LiveStream } from './live-stream.js';

/**
 * The stream as it is sent, and a foreign client that follows the documented rules and no more (our own pages also hold what came too early:
 * apps/leadclock/src/resume-protocol.spec.ts), over a line that loses, repeats and reorders frames,
 * is cut, and loses the last one: once the line is quiet and heartbeats come through, the client has the server's state.
 */
interface State {
  readonly count: number;
  readonly leads: Readonly<Record<string, number>>;
}
type Frame =
  | { readonly kind: 'snapshot'; readonly frame: SnapshotOf<State> }
  | { readonly kind: 'patch'; readonly frame: PatchOf<State> }
  | { readonly kind: 'head'; readonly head: Head };

const empty: State = { count: 0, leads: {} };
const ids = ['ada', 'bob', 'cy'] as const;

class Server {
  private epoch = 1;
  private state = empty;
  readonly stream = new LiveStream<State>({ stream: 's', build: 'b', clock: () => 1_000, keyed: ['leads'] }, 'e1', empty);

  count(value: number): Frame[] {
    return this.publish({ count: value });
  }

  /** 0: the lead goes */
  lead(id: string, value: number): Frame[] {
    const { [id]: _, ...others } = this.state.leads;
    return this.publish({ leads: value === 0 ? others : { ...others, [id]: value } });
  }

  restart(): Frame[] {
    this.stream.restart(`e${++this.epoch}`, this.state);
    return [this.snapshot()];
  }

  snapshot(): Frame {
    return { kind: 'snapshot', frame: this.stream.snapshot() };
  }

  resume(asked: Head): Frame[] {
    return this.stream.since(asked)?.map((frame): Frame => ({ kind: 'patch', frame })) ?? [this.snapshot()];
  }

  private publish(part: Partial<State>): Frame[] {
    this.state = { ...this.state, ...part };
    const frame = this.stream.publish(part);
    return frame === null ? [] : [{ kind: 'patch', frame }];
  }
}

class Client {
  state: State | null = null;
  head: Head = { epoch: 'none', seq: 0 };

  /** Takes a frame in; answers what to ask of the server, null: nothing. */
  hear(heard: Frame): Head | null {
    if (heard.kind === 'snapshot') return this.begin(heard.frame);
    if (heard.kind === 'patch') return this.take(heard.frame);
    const { epoch, seq } = heard.head;
    return epoch !== this.head.epoch || seq > this.head.seq ? this.head : null;
  }

  private begin({ epoch, seq, state }: SnapshotOf<State>): null {
    if (epoch === this.head.epoch && seq < this.head.seq) return null;
    this.head = { epoch, seq };
    this.state = state;
    return null;
  }

  private take({ epoch, seq, set, members }: PatchOf<State>): Head | null {
    if (this.state === null || epoch !== this.head.epoch) return this.head;
    if (seq <= this.head.seq) return null;
    if (seq > this.head.seq + 1) return this.head;
    const leads = Object.entries({ ...this.state.leads, ...members?.['leads'] }).filter(([, value]) => value !== null);
    this.head = { epoch, seq };
    this.state = { count: set.count ?? this.state.count, leads: Object.fromEntries(leads.map(([id, value]) => [id, Number(value)])) };
    return null;
  }
}

const step = oneof(
  { weight: 6, arbitrary: record({ do: constantFrom('lead' as const), id: constantFrom(...ids), value: integer({ min: 0, max: 3 }) }) },
  { weight: 3, arbitrary: record({ do: constantFrom('count' as const), value: integer({ min: 0, max: 3 }) }) },
  { weight: 6, arbitrary: record({ do: constantFrom('deliver' as const) }) },
  { weight: 4, arbitrary: record({ do: constantFrom('lose' as const, 'repeat' as const, 'reorder' as const, 'beat' as const) }) },
  { weight: 1, arbitrary: record({ do: constantFrom('restart' as const, 'cut' as const, 'flood' as const) }) },
);

describe('a stream over a bad line', () => {
  it('ends with the client equal to the server', () => {
    assert(
      property(array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const server = new Server();
        const client = new Client();
        let line: Frame[] = [server.snapshot()];
        const deliver = (): void => {
          const frame = line.shift();
          const asked = frame === undefined ? null : client.hear(frame);
          if (asked !== null) line.push(...server.resume(asked));
        };
        const beat = (): void => void line.push({ kind: 'head', head: server.stream.head });
        for (const each of steps) {
          if (each.do === 'lead') line.push(...server.lead(each.id, each.value));
          else if (each.do === 'count') line.push(...server.count(each.value));
          else if (each.do === 'flood') for (let n = 0; n < 70; n++) server.count(n);
          else if (each.do === 'restart') line.push(...server.restart());
          else if (each.do === 'cut') line = [server.snapshot()];
          else if (each.do === 'lose') line.pop();
          else if (each.do === 'repeat') line.push(...line.slice(-2));
          else if (each.do === 'reorder') line.reverse();
          else if (each.do === 'beat') beat();
          else deliver();
        }
        for (let quiet = 0; quiet < 3; quiet++) {
          beat();
          while (line.length > 0) deliver();
        }
        expect(client.state).toEqual(server.stream.snapshot().state);
        expect(client.head).toEqual(server.stream.head);
      }),
      { numRuns: 10_000 },
    );
  });
});
