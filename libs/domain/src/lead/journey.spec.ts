import fc from 'fast-check';
import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story } from '../testing/story.js';
import { foldSubject } from './fold-subject.js';
import { journeyOf, type Leg, legsOf, milestones } from './journey.js';
import { JourneyTally } from './journey-sums.js';
import { summaryOf } from './summary.js';

function legs(story: Story, asOf = 'mon 18:00'): readonly (readonly [string, number, string])[] {
  const summary = summaryOf(foldSubject(story.events).state, buildConfiguration([]));
  const journey = summary === null ? null : journeyOf(summary);
  const told = journey === null ? [] : legsOf(journey, at(asOf));
  return told.map(({ leg, milliseconds, by }) => [leg, milliseconds / 1000, by]);
}

/** Heard a second after it happened. */
const ada = lead('ada').arrived('09:00');

describe('where the time of a lead went', () => {
  it('is told leg by leg, machines and people apart', () => {
    const told = ada
      .tell('lead.assigned', '09:00:30', { owner: 'ana', by: 'rule:rota' })
      .tell('lead.viewed', '09:02', { rep: 'ana' })
      .claimed('09:02:10', 'ana')
      .called('09:03', 'ana', 'no_answer')
      .called('09:40', 'ana', 'connected');
    expect(legs(told)).toEqual([
      ['received', 1, 'system'],
      ['assigned', 29, 'system'],
      ['seen', 90, 'human'],
      ['claimed', 10, 'human'],
      ['attempted', 50, 'human'],
      ['contacted', 2220, 'human'],
    ]);
  });

  it('counts an assignment that a rep made as time of people', () => {
    expect(legs(ada.tell('lead.assigned', '09:10', { owner: 'ana', by: 'luis' }), '09:10')).toEqual([
      ['received', 1, 'system'],
      ['assigned', 599, 'human'],
    ]);
  });

  it('goes on while nobody has reached the lead, and ends when it is closed', () => {
    expect(legs(ada, '09:30')).toEqual([
      ['received', 1, 'system'],
      ['open', 1799, 'human'],
    ]);
    expect(legs(ada.disqualified('09:10'), '09:30').at(-1)).toEqual(['open', 599, 'human']);
  });

  it('says as of an instant what had been come to by then', () => {
    const told = ada.called('09:05', 'ana', 'connected');
    expect(legs(told, '09:04').map(([leg]) => leg)).toEqual(['received', 'open']);
    expect(legs(told, '08:00')).toEqual([]);
  });

  it('leaves out a milestone that came after a later one', () => {
    const told = ada
      .claimed('09:04', 'ana')
      .tell('lead.viewed', '09:04:30', { rep: 'ana' })
      .assigned('09:04:40', 'luis')
      .called('09:05', 'luis', 'connected');
    expect(legs(told)).toEqual([
      ['received', 1, 'system'],
      ['claimed', 239, 'human'],
      ['attempted', 60, 'human'],
      ['contacted', 0, 'human'],
    ]);
  });

  it('knows nothing of the delivery of a backfilled lead, nor of a milestone that was taken back', () => {
    expect(legs(lead('old').arrived('09:00', {}, { historical: true, heard: 'fri 09:00' }).called('09:05', 'ana', 'connected'))[0]).toEqual(
      ['attempted', 300, 'human'],
    );
    const taken = ada.tell('lead.viewed', '09:02', { rep: 'ana' }, { id: 'seen' }).takenBack('09:03', 'seen');
    expect(legs(taken, '09:30').map(([leg]) => leg)).toEqual(['received', 'open']);
  });

  it('counts as an attempt the first outbound touch by a person, no task, from the arrival on', () => {
    const others = ada
      .touched('09:01', { channel: 'task', touchpoint: 'todo' })
      .touched('09:02', { channel: 'email', touchpoint: 'theirs', direction: 'inbound' })
      .touched('09:02:30', { channel: 'email', touchpoint: 'bot', actor: 'ai' });
    expect(legs(others, '09:20').map(([leg]) => leg)).toEqual(['received', 'open']);
    expect(legs(others.called('09:03', 'ana', 'wrong_number').called('09:10', 'ana', 'wrong_number'), '09:20')).toEqual([
      ['received', 1, 'system'],
      ['attempted', 179, 'human'],
      ['open', 1020, 'human'],
    ]);
    const early = lead('eve').called('08:50', 'ana', 'wrong_number').arrived('09:00');
    expect(legs(early, '09:20').map(([leg]) => leg)).toEqual(['received', 'open']);
    expect(legs(ada.called('09:00', 'ana', 'wrong_number'), '09:20')).toEqual([
      ['attempted', 0, 'human'],
      ['open', 1200, 'human'],
    ]);
  });

  it('takes the answer for the attempt where that came first, and a contact from its very instant', () => {
    const picked = ada.touched('09:02', { direction: 'inbound', rep: 'ana', outcome: 'connected' }).called('09:05', 'ana', 'wrong_number');
    expect(legs(picked, '09:20')[1]).toEqual(['attempted', 119, 'human']);
    const tried = ada.called('09:01', 'ana', 'wrong_number').called('09:05', 'ana', 'connected');
    expect(legs(tried, '09:05').at(-1)).toEqual(['contacted', 240, 'human']);
    expect(legs(tried, '09:04:59').at(-1)).toEqual(['open', 239, 'human']);
  });

  it('is none before a lead has arrived', () => {
    expect(legs(lead('eve').called('09:00', 'ana', 'connected'))).toEqual([]);
  });
});

const anyMilestone = fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null });
const anyJourney = fc.record({
  arrivedAt: fc.integer({ min: 1000, max: 50_000 }),
  assignedByRep: fc.boolean(),
  closedAt: anyMilestone,
  milestones: fc.record({
    received: anyMilestone,
    assigned: anyMilestone,
    seen: anyMilestone,
    claimed: anyMilestone,
    attempted: anyMilestone,
    contacted: anyMilestone,
  }),
});

describe('the legs', () => {
  it('are never negative and add up to the whole, in the order of the milestones', () => {
    fc.assert(
      fc.property(anyJourney, fc.integer({ min: 0, max: 120_000 }), (journey, asOf) => {
        const made = legsOf(journey, asOf);
        const { arrivedAt, closedAt } = journey;
        const { contacted } = journey.milestones;
        const end = contacted !== null && contacted <= asOf ? contacted : Math.min(closedAt ?? asOf, asOf);
        expect(made.every(({ milliseconds }) => milliseconds >= 0)).toBe(true);
        const whole = made.reduce((total, { milliseconds }) => total + milliseconds, 0);
        expect(whole).toBe(arrivedAt > asOf ? 0 : Math.max(0, end - arrivedAt));
        const order: readonly Leg['leg'][] = [...milestones, 'open'];
        const places = made.map(({ leg }) => order.indexOf(leg));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  it('are summed leg by leg, with the median of those that have it', () => {
    const tally = new JourneyTally();
    expect(tally.sums()).toMatchObject({ n: 0, total_s: 0 });
    for (const milliseconds of [6000, 1000, 2000]) tally.add([{ leg: 'received', milliseconds, by: 'system' }]);
    tally.add([
      { leg: 'assigned', milliseconds: 500, by: 'system' },
      { leg: 'open', milliseconds: 20_000, by: 'human' },
    ]);
    const { legs: sums, ...whole } = tally.sums();
    expect(whole).toEqual({ n: 4, total_s: 29.5, system_s: 9.5, human_s: 20 });
    expect(sums.map(({ leg }) => leg)).toEqual([...milestones, 'open']);
    expect(sums.filter(({ n }) => n > 0)).toEqual([
      { leg: 'received', n: 3, total_s: 9, system_s: 9, human_s: 0, median_s: 2 },
      { leg: 'assigned', n: 1, total_s: 0.5, system_s: 0.5, human_s: 0, median_s: 0.5 },
      { leg: 'open', n: 1, total_s: 20, system_s: 0, human_s: 20, median_s: 20 },
    ]);
    expect(sums.find(({ leg }) => leg === 'seen')?.median_s).toBeNull();
  });

  it('are summed over leads: groups add up to all of them, and system and human time to the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyJourney, fc.constantFrom('north', 'south')), { maxLength: 20 }), (told) => {
        const tallies = { all: new JourneyTally(), north: new JourneyTally(), south: new JourneyTally() };
        for (const [journey, team] of told) for (const tally of [tallies.all, tallies[team]]) tally.add(legsOf(journey, 120_000));
        const [all, north, south] = [tallies.all.sums(), tallies.north.sums(), tallies.south.sums()];
        expect(all.n).toBe(north.n + south.n);
        expect(all.total_s).toBeCloseTo(north.total_s + south.total_s, 6);
        expect(all.total_s).toBeCloseTo(all.system_s + all.human_s, 6);
        expect(all.total_s).toBeCloseTo(
          all.legs.reduce((total, leg) => total + leg.total_s, 0),
          6,
        );
      }),
      { numRuns: 50 },
    );
  });
});
