import { leadsCreated } from '@leadclock/domain/kpi/leads-created.kpi.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import { Planted } from '../testing/planted.js';
import { tallyStored, untilAllRead } from './alike-facts.js';

let planted: Planted;

beforeAll(async () => {
  planted = await Planted.open();
  const many = Array.from({ length: 150 }, (_, index) => lead(`lead-${1000 + index}`).arrived('09:00', { origin: 'web' }));
  await planted.plant(...many, lead('rare').arrived('09:00', { origin: 'event', campaign: 'spring' }), lead('out').arrived('09:00'));
});
afterAll(() => planted.close());

/** Counts leads by origin; of those from an event it wants to know the campaign as well. */
class Origins {
  readonly counts = new Map<string, number>();
  readonly use = 'answer';
  readonly of = leadsCreated;
  readonly asking = {
    asOf: at('10:00'),
    knownAt: null,
    from: null,
    to: null,
    window: null,
    by: [],
    filters: {},
    params: { spec: 'origins' },
  };

  takes(): boolean {
    return true;
  }

  add(fact: FactView, times: number): void {
    const name = fact.origin === 'event' ? `event ${fact.campaign ?? '-'}` : (fact.origin ?? '-');
    this.counts.set(name, (this.counts.get(name) ?? 0) + times);
  }

  again(): Origins {
    return new Origins();
  }
}

describe('equal facts, handed over once', () => {
  it('are all counted, also when one of which more is read comes after those that were looked at first', async () => {
    const selection = { kinds: ['arrival'], at: null, trueAt: at('10:00'), filters: [] } as const;
    const begun: Origins[] = [];
    const told = await inSnapshot(planted.dataSource, (snapshot) =>
      untilAllRead(async () => {
        const origins = new Origins();
        begun.push(origins);
        await tallyStored(snapshot, selection, ['out'], origins);
        return origins.counts;
      }),
    );
    expect(Object.fromEntries(told)).toEqual({ web: 150, 'event spring': 1 });
    expect(begun.length).toBeGreaterThan(1);
  });
});
