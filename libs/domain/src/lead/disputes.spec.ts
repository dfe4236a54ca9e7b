import { buildConfiguration } from '../configuration/build-configuration.js';
import { factsOf } from '../facts/facts-of.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story } from '../testing/story.js';
import { correctionsFor } from './dispute-corrections.js';
import { disputeStatus, openDispute } from './disputes.js';
import { foldSubject } from './fold-subject.js';
import { viewOf } from './lead-view.js';
import { presentAnswer } from './summary.js';

const stateOf = ({ events }: Story) => foldSubject(events).state;
const ada = lead('ada').arrived('09:00', { owner: 'luis' }).called('09:02', 'luis', 'connected');
const disputed = (story: Story, about: string, rep = 'ana', time = '10:00') =>
  story.tell('lead.disputed', time, { rep, about, reason: 'mine' });

describe('a dispute', () => {
  it('stands open until it is decided, and changes no number', () => {
    const told = disputed(ada, 'answer');
    expect([disputeStatus(stateOf(ada)), disputeStatus(stateOf(told))]).toEqual([null, 'open']);
    const configuration = buildConfiguration([]);
    expect(factsOf(stateOf(told), configuration)).toEqual(factsOf(stateOf(ada), configuration));
  });

  it('is decided once, the one first that has been open longest', () => {
    const both = disputed(disputed(ada, 'answer'), 'spam', 'eva', '10:05');
    const one = both.tell('lead.dispute_decided', '11:00', { by: 'boss', accepted: true });
    expect(openDispute(stateOf(one))).toMatchObject({ about: 'spam', rep: 'eva' });
    const two = one.tell('lead.dispute_decided', '11:05', { by: 'boss', accepted: false, reason: 'no_spam' });
    expect(disputeStatus(stateOf(two))).toBe('refused');
    expect(stateOf(two).disputes[1]?.decided).toEqual({
      event: { source: '/story', id: two.events.at(-1)?.id },
      at: at('11:05'),
      by: 'boss',
      accepted: false,
      reason: 'no_spam',
    });
    expect(stateOf(two.tell('lead.dispute_decided', '11:06', { by: 'boss', accepted: true })).disputes).toEqual(stateOf(two).disputes);
  });

  it('stands as the last of several was decided, and names the event that began it', () => {
    const decide = (story: Story, accepted: boolean, time: string) => story.tell('lead.dispute_decided', time, { by: 'boss', accepted });
    const both = disputed(disputed(ada, 'answer'), 'spam', 'eva', '10:05');
    const [first, second] = stateOf(both).disputes;
    expect([first?.event, second?.event]).toEqual([
      { source: '/story', id: 'e3' },
      { source: '/story', id: 'e4' },
    ]);
    expect(disputeStatus(stateOf(decide(decide(both, false, '11:00'), true, '11:05')))).toBe('accepted');
    expect(disputeStatus(stateOf(decide(decide(both, true, '11:00'), false, '11:05')))).toBe('refused');
  });

  it('that was retracted never was', () => {
    expect(disputeStatus(stateOf(disputed(ada, 'spam').takenBack('10:01', 'e3')))).toBeNull();
  });
});

describe('what an accepted dispute is followed by', () => {
  const corrections = (story: Story) => {
    const state = stateOf(story);
    const dispute = openDispute(state);
    const answer = presentAnswer(viewOf(state, buildConfiguration([])))?.answer.touch.id ?? null;
    return dispute === null ? null : correctionsFor(dispute, state, story.events, answer);
  };

  it('gives the first answer, or the touchpoint named, to who disputes', () => {
    expect(corrections(disputed(ada, 'answer'))).toEqual([
      { type: 'touchpoint.corrected', data: { touchpoint: 'call-09:02', rep: 'ana' } },
    ]);
    expect(corrections(disputed(ada.called('09:10', 'luis'), 'call-09:10'))).toEqual([
      { type: 'touchpoint.corrected', data: { touchpoint: 'call-09:10', rep: 'ana' } },
    ]);
    expect(corrections(disputed(lead('bob').arrived('09:00'), 'answer'))).toBeNull();
    expect(corrections(disputed(ada.retracted('09:30', 'call-09:02'), 'call-09:02'))).toBeNull();
  });

  it('takes every arrival of spam back', () => {
    expect(corrections(disputed(ada.arrived('09:20', { origin: 'web' }), 'spam'))).toEqual([
      { type: 'event.retracted', data: { source: '/story', id: 'e1', reason: 'spam' } },
      { type: 'event.retracted', data: { source: '/story', id: 'e3', reason: 'spam' } },
    ]);
    expect(corrections(disputed(ada.takenBack('09:30', 'e1'), 'spam'))).toBeNull();
  });

  it('gives the lead back to whom it was taken from, or to whom it should have gone', () => {
    expect(corrections(disputed(ada.assigned('09:20', 'eva'), 'owner', 'luis'))).toEqual([
      { type: 'event.retracted', data: { source: '/story', id: 'e3', reason: 'disputed' } },
    ]);
    expect(corrections(disputed(ada, 'owner'))).toEqual([{ type: 'lead.assigned', data: { owner: 'ana', by: 'rule:dispute' } }]);
    expect(corrections(disputed(ada, 'owner', 'luis'))).toBeNull();
    const second = ada.called('09:10', 'luis').called('09:11', 'luis').assigned('09:20', 'eva').assigned('09:30', 'bo');
    expect(corrections(disputed(second, 'owner', 'luis'))).toEqual([
      { type: 'lead.assigned', data: { owner: 'luis', by: 'rule:dispute' } },
    ]);
    expect(corrections(disputed(second, 'owner', 'eva'))).toEqual([
      { type: 'event.retracted', data: { source: '/story', id: 'e6', reason: 'disputed' } },
    ]);
    const created = lead('bob').assigned('08:00', 'luis').assigned('08:30', null).arrived('09:00', { owner: 'eva' });
    expect(corrections(disputed(created, 'owner', 'luis'))).toEqual([
      { type: 'lead.assigned', data: { owner: 'luis', by: 'rule:dispute' } },
    ]);
  });

  it('is nothing for a touchpoint that nobody recorded', () => {
    expect(corrections(disputed(ada, 'call-09:59'))).toBeNull();
  });
});
