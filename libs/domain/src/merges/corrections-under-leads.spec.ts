import { type Correction, correctionsFor } from '../lead/dispute-corrections.js';
import { openDispute } from '../lead/disputes.js';
import { lead, type Story } from '../testing/story.js';
import { correctionsUnderLeads } from './corrections-under-leads.js';
import { foldLead } from './fold-lead.js';
import { mergedEvents } from './merged-events.js';

const bob = lead('bob').arrived('09:00').called('09:02', 'ana', 'connected').tell('lead.merged', '10:00', { into: 'ada' });
const ada = lead('ada').arrived('09:01');

const corrections = (story: Story, answer: string | null = null) => {
  const events = [...story.events, ...bob.events];
  const state = foldLead('ada', events);
  const counted = mergedEvents('ada', events).sorted;
  const dispute = openDispute(state);
  const asked =
    dispute &&
    correctionsFor(
      dispute,
      state,
      counted.map(({ told }) => told),
      answer,
    );
  return asked && correctionsUnderLeads(asked, counted);
};

describe('what corrects a merged lead', () => {
  it('is recorded under the lead that the touchpoint came under, by its name there', () => {
    const disputed = ada.tell('lead.disputed', '11:00', { rep: 'luis', about: 'answer', reason: 'mine' });
    expect(corrections(disputed, '["bob","call-09:02"]')).toEqual([
      { type: 'touchpoint.corrected', lead: 'bob', data: { touchpoint: 'call-09:02', rep: 'luis' } },
    ]);
  });

  it('takes back each arrival under its own lead, though both have one name', () => {
    expect(corrections(ada.tell('lead.disputed', '11:00', { rep: 'luis', about: 'spam', reason: 'robot' }))).toEqual([
      { type: 'event.retracted', lead: 'bob', data: { source: '/story', id: 'e1', reason: 'spam' } },
      { type: 'event.retracted', lead: 'ada', data: { source: '/story', id: 'e1', reason: 'spam' } },
    ]);
  });

  it('is recorded where it was asked when it names no event', () => {
    expect(corrections(ada.tell('lead.disputed', '11:00', { rep: 'luis', about: 'owner', reason: 'mine' }))).toEqual([
      { type: 'lead.assigned', data: { owner: 'luis', by: 'rule:dispute' } },
    ]);
  });

  it('finds the one touchpoint, or the one event, among others that are named nearly so', () => {
    const own = lead('ada').touched('09:01', { touchpoint: 'a' }, { id: 'x' }).touched('09:02', { touchpoint: 'b' }, { id: 'y' });
    const other = lead('bob')
      .touched('09:03', { touchpoint: 'a' }, { id: 'p' })
      .touched('09:04', { touchpoint: 'b' }, { id: 'q' })
      .qualified('09:05');
    const { sorted } = mergedEvents('ada', [...own.events, ...other.events]);
    const placed = (correction: Correction) => correctionsUnderLeads([correction], sorted)[0];
    const rename = (touchpoint: string): Correction => ({ type: 'touchpoint.corrected', data: { touchpoint, rep: 'eva' } });
    expect(placed(rename('["bob","b"]'))).toEqual({ ...rename('b'), lead: 'bob' });
    expect(placed(rename('b'))).toEqual({ ...rename('b'), lead: 'ada' });
    expect(placed(rename('c'))).toEqual(rename('c'));
    const back = (id: string): Correction => ({ type: 'event.retracted', data: { source: '/story', id, reason: 'spam' } });
    expect(placed(back('q'))).toEqual({ ...back('q'), lead: 'bob' });
    expect(placed(back('y'))).toEqual({ ...back('y'), lead: 'ada' });
    expect(placed(back('z'))).toEqual(back('z'));
    const assigned: Correction = { type: 'lead.assigned', data: { source: '/story', id: 'q', touchpoint: 'b' } };
    expect(placed(assigned)).toEqual(assigned);
  });
});
