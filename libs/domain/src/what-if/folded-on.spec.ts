import type { LeadclockEvent } from '../events/event.js';
import { foldSubject } from '../lead/fold-subject.js';
import { lead } from '../testing/story.js';
import { foldedOn } from './folded-on.js';

describe('folding on what has come since', () => {
  const ada = lead('ada').arrived('09:00', { owner: 'ana' }).called('09:02', 'ana').assigned('09:03', 'luis');
  const { events } = ada;
  const from = (count: number) => ({ events: events.slice(0, count), state: foldSubject(events.slice(0, count)).state });
  const [first, second, third] = events;

  it('is the same as folding all', () => {
    for (const count of [1, 2, 3]) expect(foldedOn(from(count), events)).toEqual(foldSubject(events).state);
  });

  it('is left to folding all where something came late, again, of another lead, takes back, merges, or is known no more', () => {
    const after = (...more: readonly (LeadclockEvent | undefined)[]) =>
      foldedOn(
        from(2),
        [first, second, ...more].filter((event) => event !== undefined),
      );
    const told = (story: typeof ada) => story.events.at(-1);
    expect(after(third)).not.toBeNull();
    expect(after(told(ada.called('09:01', 'ana')))).toBeNull();
    expect(after(third, third)).toBeNull();
    expect(after(told(lead('bob').arrived('09:10')))).toBeNull();
    expect(after(told(ada.takenBack('09:10', 'e2')))).toBeNull();
    expect(after(told(ada.tell('lead.merged', '09:10', { into: 'bob' })))).toBeNull();
    expect(foldedOn(from(2), events.slice(0, 1))).toBeNull();
    expect(foldedOn(from(2), events.slice(1))).toBeNull();
    // one of those that were known is known no more, another stands in its place
    expect(
      foldedOn(
        from(2),
        [first, third].filter((event) => event !== undefined),
      ),
    ).toBeNull();
    expect(foldedOn({ ...from(2), events: [] }, events)).toBeNull();
  });

  it('is left to folding all where it is of another lead, or earlier than what is known, in whatever order that came', () => {
    expect(foldedOn(from(2), [...events.slice(0, 2), ...lead('bob').touched('09:10', { rep: 'ana' }, { id: 'other' }).events])).toBeNull();
    const known = [second, first].filter((event) => event !== undefined);
    const between = ada.called('09:01', 'ana').events.slice(-1);
    expect(foldedOn({ events: known, state: foldSubject(known).state }, [...known, ...between])).toBeNull();
  });
});
