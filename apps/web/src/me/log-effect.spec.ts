import { readCallsThatAnswer } from './later/calls-that-answer.js';
import { logEffect, outcomeCodes, outcomes, stopsClock, usualCalls } from './log-effect.js';
import { waits } from './testing/leads.js';

describe('what saving a call does to the clock', () => {
  it('answers from the call on: in time up to the target itself', () => {
    const lead = waits('a', 400);
    const call = lead.since + 300_000;
    expect(logEffect('answered', lead, call, usualCalls)).toEqual({ kind: 'answers', at: call, afterMs: 300_000, lateByMs: null });
    expect(logEffect('answered', lead, call + 1, usualCalls)).toMatchObject({ lateByMs: 1 });
  });

  it('is late by what is over the target', () => {
    const lead = waits('a', 462);
    expect(logEffect('noAnswer', lead, lead.since + 404_000, usualCalls)).toMatchObject({ afterMs: 404_000, lateByMs: 104_000 });
  });

  it('leaves the clock running after a wrong number', () => {
    expect(logEffect('wrongNumber', waits('a', 10), 0, usualCalls)).toEqual({ kind: 'runs_on', isReached: false });
  });

  it('is never late without a target', () => {
    expect(logEffect('voicemail', waits('a', 9_000, { due: null }), 0, usualCalls)).toMatchObject({ kind: 'answers', lateByMs: null });
  });

  it('says of a clock that stands only that it ends', () => {
    expect(logEffect('answered', waits('a', 10, { heldMs: 5_000, due: null }), 0, usualCalls)).toEqual({ kind: 'held' });
  });

  it('changes nothing of a lead that waits no more', () => {
    expect(logEffect('answered', null, 0, usualCalls)).toEqual({ kind: 'stopped_before' });
  });

  it('counts a call that lies before the arrival from the arrival', () => {
    const lead = waits('a', 10);
    expect(logEffect('answered', lead, lead.since - 5_000, usualCalls)).toMatchObject({ afterMs: 0 });
  });
});

describe('the outcomes', () => {
  it('all have a code, and only a wrong number reaches nobody', () => {
    expect(outcomes.map((outcome) => outcomeCodes[outcome])).toEqual([
      'connected',
      'no_answer',
      'voicemail',
      'connected',
      'wrong_number',
      'connected',
    ]);
    expect(outcomes.filter((outcome) => !stopsClock(outcome, usualCalls))).toEqual(['wrongNumber']);
  });

  it('stop the clock as the policy of the lead says', () => {
    const policy = (counts: object) => readCallsThatAnswer({ policy: counts });
    const stopping = (counts: object) => outcomes.filter((outcome) => stopsClock(outcome, policy(counts)));
    const some = { outbound: ['call'], actors: ['human'], unless: ['wrong_number', 'no_answer', 'voicemail'] };
    expect(stopping(some)).toEqual(['answered', 'callBack', 'notInterested']);
    expect(stopping({ ...some, outbound: ['email'] })).toEqual([]);
    expect(stopping({ ...some, actors: ['automated'] })).toEqual([]);
    expect(logEffect('answered', waits('a', 10), 0, policy({ ...some, outbound: [] }))).toEqual({ kind: 'runs_on', isReached: true });
    expect([readCallsThatAnswer({ policy: null }), readCallsThatAnswer(null)]).toEqual([usualCalls, usualCalls]);
  });
});
