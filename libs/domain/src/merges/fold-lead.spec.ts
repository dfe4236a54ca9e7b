import fc from 'fast-check';
import { buildConfiguration } from '../configuration/build-configuration.js';
import { leadSubjectTypes } from '../events/catalogue.js';
import type { LeadclockEvent } from '../events/event.js';
import { anyArrivalOf, anyEvent } from '../events/testing/any-event.js';
import { factsOf } from '../facts/facts-of.js';
import { foldSubject } from '../lead/fold-subject.js';
import { lastAssignment } from '../lead/owners.js';
import { summaryOf } from '../lead/summary.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story } from '../testing/story.js';
import { foldLead } from './fold-lead.js';

const configuration = buildConfiguration([]);
const fold = (...stories: readonly Story[]) =>
  foldLead(
    'ada',
    stories.flatMap(({ events }) => events),
  );
const ada = lead('ada').arrived('09:10', { origin: 'event' });
const bob = lead('bob').arrived('09:00', { origin: 'referral', campaign: 'autumn', owner: 'luis' });

describe('a merged lead', () => {
  it('arrived when the first of its leads did, and a later lead.created fills what is unset', () => {
    expect(fold(ada, bob)).toMatchObject({
      subject: 'ada',
      arrivedAt: at('09:00'),
      events: 2,
      origin: { value: 'referral' },
      campaign: { value: 'autumn' },
    });
  });

  it('is one subject: one arrival, one answer, by whomever and under whichever lead it came', () => {
    const state = fold(ada.called('09:12', 'ana', 'connected'), bob);
    const facts = factsOf(state, configuration);
    expect(new Set(facts.filter(({ kind }) => kind === 'arrival').map((fact) => fact.at))).toEqual(new Set([at('09:00')]));
    expect(new Set(facts.map(({ subject }) => subject))).toEqual(new Set(['ada']));
    expect(summaryOf(state, configuration)).toMatchObject({ answeredAt: at('09:12'), answeredBy: 'ana' });
  });

  it('keeps touchpoints and deals of one id apart by the lead that they were recorded under', () => {
    const state = fold(ada.touched('09:11').opened('09:12'), bob.touched('09:05').opened('09:06').won('09:20'));
    expect(state.touches.map(({ id }) => id)).toEqual(['["bob","call"]', 'call']);
    expect(state.deals.map(({ id, outcomes }) => [id, outcomes.length])).toEqual([
      ['["bob","d1"]', 1],
      ['d1', 0],
    ]);
  });

  it('takes no id of its own for the name of what came under another', () => {
    const state = fold(ada.touched('09:11', { touchpoint: '["bob","call"]' }), bob.touched('09:05'));
    expect(state.touches.map(({ id }) => id)).toEqual(['["bob","call"]', '["ada","[\\"bob\\",\\"call\\"]"]']);
  });

  it('takes back the event of the lead that says so, though another has one of the same name', () => {
    const state = fold(ada.called('09:12', 'ana'), bob.called('09:05', 'luis').takenBack('09:30', 'e2'));
    expect(state.touches.map(({ rep }) => rep)).toEqual(['ana']);
  });

  it('keeps a claim with the assignment of its own lead when both have one of the same name', () => {
    const state = fold(
      ada.assigned('09:20', 'ana', undefined, { id: 'a' }),
      bob.assigned('09:15', null, undefined, { id: 'a' }).claimed('09:16', 'eva', 'a'),
    );
    expect(state.owners.map(({ owner }) => owner)).toEqual(['luis', null, 'eva', 'ana']);
    expect(lastAssignment(state)).toEqual({ source: '/story', id: 'a' });
  });

  it('may be claimed under its root by an assignment that came under another lead', () => {
    const state = fold(ada.claimed('09:20', 'eva', 'x'), bob.assigned('09:15', null, undefined, { id: 'x' }));
    expect(state.claim).toMatchObject({ by: 'eva', named: true });
    expect(state.ownerEvent).toEqual({ source: '/story', id: 'e2' });
  });

  it('is there though the root has no event of its own', () => {
    expect(foldLead('ghost', bob.events)).toMatchObject({ subject: 'ghost', arrivedAt: at('09:00') });
  });
});

const anyEvents = fc.array(anyEvent({ types: [...leadSubjectTypes, 'event.retracted'], subjects: ['a', 'b', 'c'] }), {
  minLength: 1,
  maxLength: 24,
});

describe('the laws of the fold of a merged lead', () => {
  it('any order and any repeats give the same bytes', () => {
    fc.assert(
      fc.property(
        anyEvents.chain((events) => fc.tuple(fc.constant(events), anyArrivalOf(events))),
        ([events, arrival]) => {
          expect(JSON.stringify(foldLead('a', arrival))).toBe(JSON.stringify(foldLead('a', events)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a lead that nothing was merged into is folded as ever', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const own = events.filter(({ subject }) => subject === 'a');
        if (own.length > 0) expect(foldLead('a', own)).toEqual(foldSubject(own).state);
      }),
    );
  });

  it('events of different names give what they would have given under one lead, but for what things are called', () => {
    const told = anyEvents.map((events) =>
      events.map((event, index): LeadclockEvent => {
        const own = { ...event, source: '/law', id: String(index) };
        return own.type === 'event.retracted' ? { ...own, data: { source: '/law', id: '-' } } : own;
      }),
    );
    fc.assert(
      fc.property(told, (events) => {
        const state = foldLead('a', events);
        const asOne = foldSubject(events.map((event) => withItem({ ...event, subject: 'a' }, event.subject))).state;
        const shape = ({ touches, deals, disputes, ...rest }: typeof state) => ({
          ...rest,
          disputes: disputes.map((dispute) => ({ ...dispute, about: '' })),
          retracted: [],
          touches: touches.map((touch) => ({ ...touch, id: '' })),
          deals: deals.map((deal) => ({ ...deal, id: '' })),
        });
        expect(shape(state)).toEqual(shape(asOne));
      }),
      { numRuns: 300 },
    );
  });
});

/** Touchpoints and deals of a lead by another name than those of the others. */
function withItem(event: LeadclockEvent, of: string): LeadclockEvent {
  const { data } = event;
  if ('touchpoint' in data) return { ...event, data: { ...data, touchpoint: `${of}/${data.touchpoint}` } } as LeadclockEvent;
  if ('deal' in data) return { ...event, data: { ...data, deal: `${of}/${data.deal}` } } as LeadclockEvent;
  return event;
}
