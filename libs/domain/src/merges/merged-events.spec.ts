import { lead } from '../testing/story.js';
import { mergedEvents } from './merged-events.js';

const ada = lead('ada').arrived('09:00');

describe('the events of a merged lead', () => {
  it('name touchpoints and deals by the lead that they came under, whatever they say of them', () => {
    const bob = lead('bob')
      .touched('09:01', { touchpoint: 't' })
      .corrected('09:02', 't', { rep: 'ana' })
      .retracted('09:03', 't')
      .opened('09:04', 'new', { deal: 'd' })
      .moved('09:05', 'talk', { deal: 'd' })
      .revised('09:06', { deal: 'd' })
      .lost('09:07', { deal: 'd' })
      .reopened('09:08', 'talk', 'd')
      .won('09:09', { deal: 'd' });
    const { sorted } = mergedEvents('ada', [...ada.events, ...bob.events]);
    const names = sorted.map(({ told: { type, data } }) => [
      type,
      'touchpoint' in data ? data.touchpoint : 'deal' in data ? data.deal : null,
    ]);
    expect(names).toEqual([
      ['lead.created', null],
      ['touchpoint.recorded', '["bob","t"]'],
      ['touchpoint.corrected', '["bob","t"]'],
      ['touchpoint.retracted', '["bob","t"]'],
      ['deal.opened', '["bob","d"]'],
      ['deal.stage_changed', '["bob","d"]'],
      ['deal.revised', '["bob","d"]'],
      ['deal.lost', '["bob","d"]'],
      ['deal.reopened', '["bob","d"]'],
      ['deal.won', '["bob","d"]'],
    ]);
    expect(sorted.every(({ told }) => told.subject === 'ada')).toBe(true);
    expect(sorted.map(({ event }) => event)).toEqual([...ada.events, ...bob.events]);
  });

  it('have a dispute about the touchpoint of its own lead; what all leads have keeps its name', () => {
    const about = (what: string) => {
      const bob = lead('bob').tell('lead.disputed', '09:01', { rep: 'ana', about: what, reason: 'mine' }, { id: 'x' });
      const { told } = mergedEvents('ada', [...ada.events, ...bob.events]).sorted[1] ?? {};
      return told?.type === 'lead.disputed' ? told.data.about : null;
    };
    expect(['t', 'answer', 'owner', 'spam'].map(about)).toEqual(['["bob","t"]', 'answer', 'owner', 'spam']);
    const own = ada.tell('lead.disputed', '09:01', { rep: 'ana', about: '["bob","t"]', reason: 'mine' });
    const { told } = mergedEvents('ada', [...own.events, ...lead('bob').touched('09:00').events]).sorted.at(-1) ?? {};
    expect(told?.data).toMatchObject({ about: '["bob","t"]' });
  });

  it('share no name: those that two leads have are named by the lead too, the others as they came', () => {
    const bob = lead('bob').arrived('08:00').qualified('10:00');
    const { sorted } = mergedEvents('ada', [...ada.events, ...bob.events]);
    expect(sorted.map(({ told: { source, id } }) => [source, id])).toEqual([
      ['["bob","/story"]', 'e1'],
      ['/story', 'e1'],
      ['/story', 'e2'],
    ]);
  });

  it('of one instant and one name stand in the order of the leads’ names', () => {
    const of = (name: string) => lead(name).arrived('09:00').events;
    const subjects = mergedEvents('ada', [...of('zoe'), ...of('bob'), ...of('ada')]).sorted.map(({ event }) => event.subject);
    expect(subjects).toEqual(['ada', 'bob', 'zoe']);
  });

  it('are marked where a retraction of their own lead names them', () => {
    const bob = lead('bob').arrived('08:00').takenBack('10:00', 'e1');
    const { sorted } = mergedEvents('ada', [...ada.events, ...bob.events]);
    expect(sorted.map(({ event, isTakenBack }) => [event.subject, event.type, isTakenBack])).toEqual([
      ['bob', 'lead.created', true],
      ['ada', 'lead.created', false],
      ['bob', 'event.retracted', false],
    ]);
  });

  it('say under which lead two contents came under one identity', () => {
    const other = lead('bob').arrived('08:00', { origin: 'web' }, { heard: '09:00' });
    const { sorted, conflicts } = mergedEvents('ada', [...ada.events, ...other.events, ...lead('bob').arrived('08:00').events]);
    expect(conflicts).toMatchObject([{ subject: 'bob', source: '/story', id: 'e1' }]);
    expect(sorted).toHaveLength(2);
  });
});
