import fc from 'fast-check';
import type { LeadclockEvent } from '../events/event.js';
import { eventKey } from '../events/identity.js';
import { compareEvents } from '../events/order.js';
import { anyArrivalOf, anyEventsOfLead } from '../events/testing/any-event.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story } from '../testing/story.js';
import { canFoldOn, foldOn, foldSubject } from './fold-subject.js';

const stateOf = (story: Story) => foldSubject(story.events).state;

describe('folding a subject', () => {
  it('takes the earliest lead.created as the arrival, and lets a later one fill only what is unset', () => {
    const { arrivedAt, origin, campaign, owners, historical } = stateOf(
      lead('ada')
        .arrived('09:05', { origin: 'event', campaign: 'late', owner: 'luis' })
        .arrived('09:00', { origin: 'web_form' }, { historical: true }),
    );
    expect({ arrivedAt, origin, campaign, historical }).toEqual({
      arrivedAt: at('09:00'),
      origin: { at: at('09:00'), value: 'web_form' },
      campaign: { at: at('09:05'), value: 'late' },
      historical: true,
    });
    expect(owners).toEqual([{ at: at('09:05'), order: 1, owner: 'luis' }]);
  });

  it('counts an event from a clock ahead of ours at the instant we heard of it', () => {
    expect(stateOf(lead('ada').arrived('09:04', {}, { heard: '09:00' })).arrivedAt).toBe(at('09:00'));
  });

  it('breaks a tie of times by source, then by id', () => {
    const two = (source: string, id: string, owner: string) => lead('ada').assigned('09:00', owner, undefined, { source, id });
    const events = [...two('/b', '1', 'ana').events, ...two('/a', '2', 'luis').events, ...two('/a', '1', 'rosa').events];
    expect(foldSubject(events).state.owners.map(({ owner }) => owner)).toEqual(['rosa', 'luis', 'ana']);
  });

  it('takes of two contents under one identity the one heard first, and lists the other', () => {
    const first = lead('ada').called('09:10', 'ana').events[0];
    const second = { ...first, time: at('09:01'), recordedTime: at('09:12') } as LeadclockEvent;
    const { state, conflicts } = foldSubject([second, first as LeadclockEvent]);
    expect(state.touches.map((touch) => touch.at)).toEqual([at('09:10')]);
    expect(conflicts).toMatchObject([{ source: '/story', id: 'e1', others: [expect.any(String)] }]);
  });

  it('takes a repeat heard earlier as the hearing that counts', () => {
    const [event] = lead('ada').arrived('09:00', {}, { heard: '08:59:30' }).events;
    const again = { ...event, recordedTime: at('08:58') } as LeadclockEvent;
    expect(foldSubject([event as LeadclockEvent, again]).state.arrivedAt).toBe(at('08:58'));
    expect(foldSubject([again, event as LeadclockEvent]).conflicts).toEqual([]);
  });

  it('leaves out what event.retracted names, also when the retraction came first', () => {
    const story = lead('ada').arrived('09:00').called('09:01', 'ana').takenBack('08:00', 'e2');
    const { state, retracted } = foldSubject(story.events);
    expect(state.touches).toEqual([]);
    expect(retracted).toEqual(['/story\u0000e2']);
    expect(foldSubject(story.events.toReversed()).state).toEqual(state);
  });

  it('keeps an event whose retraction was itself retracted', () => {
    const story = lead('ada').called('09:01', 'ana').takenBack('10:00', 'e1').takenBack('11:00', 'e2');
    expect(stateOf(story).touches).toHaveLength(1);
  });

  it('lets the later of two retractions that name each other stand', () => {
    const story = lead('ada')
      .called('09:01', 'ana')
      .takenBack('10:00', 'e3')
      .takenBack('11:00', 'e2', { id: 'e3' })
      .takenBack('09:30', 'e1', { id: 'e4' });
    const { retracted } = foldSubject(story.events);
    expect(retracted).toEqual(['/story\u0000e1', '/story\u0000e2']);
  });

  it('cannot fold on what a retraction is waiting for', () => {
    const { state } = foldSubject(lead('ada').arrived('09:00').takenBack('09:01', 'e3').events);
    const awaited = lead('ada').arrived('09:00').arrived('09:00').called('09:05', 'ana').events[2] as LeadclockEvent;
    expect(canFoldOn(state, lastOf(lead('ada').takenBack('09:01', 'e3').events), awaited)).toBe(false);
  });

  it('refuses a subject without events', () => {
    expect(() => foldSubject([])).toThrow('a subject without events');
  });
});

describe('the laws of the fold', () => {
  it('any order and any repeats give the same bytes', () => {
    fc.assert(
      fc.property(
        anyEventsOfLead('lead-1', 14)
          .filter((events) => events.length > 0)
          .chain((events) => fc.tuple(fc.constant(events), anyArrivalOf(events))),
        ([events, arrival]) => {
          expect(JSON.stringify(foldSubject(arrival))).toBe(JSON.stringify(foldSubject(events)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('folding on gives what folding from scratch gives, whenever it is allowed', () => {
    fc.assert(
      fc.property(anyEventsOfLead('lead-1', 14), (events) => {
        const sent: LeadclockEvent[] = [];
        const known = new Set<string>();
        let state = null;
        for (const event of events) {
          const isNew = !known.has(eventKey(event));
          if (state !== null && isNew && canFoldOn(state, lastOf(sent), event)) {
            const scratch = foldSubject([...sent, event]).state;
            expect(JSON.stringify(foldOn(state, event))).toBe(JSON.stringify(scratch));
          }
          sent.push(event);
          known.add(eventKey(event));
          state = foldSubject(sent).state;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('folds on an event in order, and no correction of the past', () => {
    const story = lead('ada').arrived('09:00').called('09:05', 'ana').takenBack('09:10', 'e2');
    const [created, call, retraction] = story.events as [LeadclockEvent, LeadclockEvent, LeadclockEvent];
    const { state } = foldSubject([created]);
    expect(canFoldOn(state, created, call)).toBe(true);
    expect(canFoldOn(state, call, created)).toBe(false);
    expect(canFoldOn(state, created, created)).toBe(false);
    expect(canFoldOn(state, call, retraction)).toBe(false);
  });
});

const lastOf = (events: readonly LeadclockEvent[]): LeadclockEvent => events.toSorted(compareEvents).at(-1) as LeadclockEvent;
