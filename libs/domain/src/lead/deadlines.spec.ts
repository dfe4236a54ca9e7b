import { buildConfiguration } from '../configuration/build-configuration.js';
import type { DataOf } from '../events/catalogue.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { deadlinesOf } from './deadlines.js';
import { foldSubject } from './fold-subject.js';

const named = (story: Story, ...configuration: readonly Story[]) =>
  deadlinesOf(foldSubject(story.events).state, buildConfiguration(configuration.flatMap(({ events }) => events)));
const deadlines = (...given: Parameters<typeof named>) => named(...given).map(({ step, dueAt }) => ({ step, dueAt }));
const ada = lead('ada').arrived('09:00', { owner: 'ana' });
type Step = DataOf<'policy.set'>['steps'][number];
const step = (id: string, more: Partial<Step>): Step => ({ id, clock: 'lead', of: 'answer', notify: [], ...more });
const policy = (...steps: Step[]) =>
  subject('p').tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 600, contact_s: 3600 }, steps });

describe('the deadlines of a lead', () => {
  it('are one, five minutes after the arrival, when no policy matches', () => {
    expect(deadlines(ada)).toEqual([{ step: 'due', dueAt: at('09:05') }]);
  });

  it('are gone with the answer and with the closing, and there again when it is taken back', () => {
    expect(deadlines(ada.called('09:10', 'ana', 'connected'))).toEqual([]);
    expect(deadlines(ada.disqualified('09:01'))).toEqual([]);
    expect(deadlines(ada.disqualified('09:01').qualified('09:02'))).toHaveLength(1);
  });

  it('move with pauses; a lead paused at its deadline has none until it is resumed', () => {
    expect(deadlines(ada.paused('09:01').resumed('09:11'))).toEqual([{ step: 'due', dueAt: at('09:15') }]);
    expect(deadlines(ada.paused('09:05'))).toEqual([]);
    expect(deadlines(ada.paused('09:05').resumed('10:00'))).toEqual([{ step: 'due', dueAt: at('10:00') }]);
    expect(deadlines(ada.paused('09:06'))).toEqual([{ step: 'due', dueAt: at('09:05') }]);
  });

  it('are none of an erased lead, nor is its promised call: nobody knows whom to call', () => {
    const promised = ada.tell('lead.follow_up_set', '09:01', { rep: 'ana', at: '2026-11-02T12:00:00Z' });
    expect(deadlines(promised)).toHaveLength(2);
    expect(deadlines(promised.tell('lead.erased', '09:02', {}))).toEqual([]);
  });

  it('are none for a backfill, and for a lead that has not arrived', () => {
    expect(deadlines(lead('ada').arrived('09:00', {}, { historical: true }))).toEqual([]);
    expect(deadlines(lead('ada').assigned('09:00', 'ana'))).toEqual([]);
  });

  it('are the steps of the policy: seconds, a share of the target, seconds before it, for answer and contact', () => {
    const steps = policy(
      step('warn', { at_percent: 80 }),
      step('soon', { at_s: -60 }),
      step('late', { at_s: 1200 }),
      step('contact', { of: 'contact', at_percent: 100 }),
    );
    expect(deadlines(ada, steps)).toEqual([
      { step: 'warn', dueAt: at('09:08') },
      { step: 'soon', dueAt: at('09:09') },
      { step: 'late', dueAt: at('09:20') },
      { step: 'contact', dueAt: at('10:00') },
    ]);
    expect(deadlines(ada.called('09:02', 'ana', 'voicemail'), steps)).toEqual([{ step: 'contact', dueAt: at('10:00') }]);
  });

  it('of the owner’s clock start at the last change of owner, and are none for nobody', () => {
    const owner = policy(step('owner', { clock: 'owner', at_percent: 50 }));
    expect(deadlines(ada, owner)).toEqual([{ step: 'owner', dueAt: at('09:05') }]);
    expect(deadlines(ada.assigned('09:30', 'luis'), owner)).toEqual([{ step: 'owner', dueAt: at('09:35') }]);
    expect(deadlines(ada.assigned('09:30', null), owner)).toEqual([]);
    expect(deadlines(lead('ada').assigned('08:00', 'ana').arrived('09:00'), owner)).toEqual([{ step: 'owner', dueAt: at('09:05') }]);
  });
});

describe('the deadline of a promised call', () => {
  const answered = ada.called('09:02', 'ana', 'connected');
  const promise = (story: Story, time = '09:03', due = '10:00', rep = 'ana') =>
    story.tell('lead.follow_up_set', time, { rep, at: new Date(at(due)).toISOString() });
  const promised = promise(answered);
  const call = [{ step: 'call_back', dueAt: at('10:00') }];

  it('stands beside those of the policy, and alone when the lead was answered', () => {
    expect(deadlines(promised)).toEqual(call);
    expect(deadlines(promise(ada))).toEqual([{ step: 'due', dueAt: at('09:05') }, ...call]);
    expect(deadlines(promise(ada.called('09:02', 'ana', 'voicemail')), policy(step('contact', { of: 'contact', at_s: 900 })))).toEqual([
      { step: 'contact', dueAt: at('09:15') },
      ...call,
    ]);
  });

  it('is kept by who speaks with the lead after it, or tries to from its time on', () => {
    expect(deadlines(promised.called('09:30', 'luis', 'connected'))).toEqual([]);
    expect(deadlines(promised.called('09:30', 'ana', 'no_answer'))).toEqual(call);
    expect(deadlines(promised.called('09:59', 'ana', 'busy'))).toEqual(call);
    expect(deadlines(promised.called('10:00', 'ana', 'no_answer'))).toEqual([]);
    expect(deadlines(promised.called('10:05', 'ana', 'wrong_number'))).toEqual(call);
    expect(deadlines(promised.touched('10:05', { channel: 'email', direction: 'outbound', outcome: 'sent' }))).toEqual(call);
    expect(deadlines(promised.touched('09:30', { channel: 'call', direction: 'inbound', outcome: 'connected' }))).toEqual([]);
    expect(deadlines(promised.touched('10:05', { channel: 'call', direction: 'inbound', outcome: 'no_answer' }))).toEqual(call);
    expect(deadlines(promised.touched('10:05', { channel: 'call', direction: 'outbound', actor: 'ai', outcome: 'connected' }))).toEqual(
      call,
    );
    expect(deadlines(promised.touched('09:40', { channel: 'meeting', direction: 'outbound', outcome: 'held' }))).toEqual([]);
    expect(deadlines(promised.touched('10:40', { channel: 'meeting', direction: 'outbound', outcome: 'cancelled' }))).toEqual(call);
  });

  it('is not kept by the very call in which it was promised, though both are of one instant', () => {
    expect(deadlines(promise(ada.called('09:03', 'ana', 'connected'), '09:03'))).toEqual(call);
    expect(deadlines(promise(ada, '09:03').called('09:03', 'ana', 'connected'))).toEqual([]);
  });

  it('is the latest promise’s, each an alert of its own', () => {
    const again = promise(promised, '09:10', '11:00', 'luis');
    expect(deadlines(again)).toEqual([{ step: 'call_back', dueAt: at('11:00') }]);
    expect(named(promised)[0]).toMatchObject({ policy: 'default', clock: { source: '/story', id: 'e3' } });
    expect(named(again)[0]).toMatchObject({ policy: 'default', clock: { source: '/story', id: 'e4' } });
  });

  it('is none of a lead that is closed, a backfill, or not there yet', () => {
    expect(deadlines(promised.disqualified('09:20'))).toEqual([]);
    expect(deadlines(promise(lead('ada').arrived('09:00', {}, { historical: true })))).toEqual([]);
    expect(deadlines(promise(lead('ada').assigned('09:00', 'ana')))).toEqual([]);
  });
});

describe('what names the alert of a deadline', () => {
  const event = (id: string) => ({ source: '/story', id });
  const names = (...given: Parameters<typeof named>) => named(...given).map(({ step: _step, dueAt: _dueAt, ...rest }) => rest);
  const steps = policy(step('lead', { at_s: 600 }), step('owner', { clock: 'owner', at_s: 600 }));
  const clockOf = (story: Story) => names(story, steps)[1]?.clock;

  it('is the default policy and the clock of the lead when no policy matches', () => {
    expect(names(ada)).toEqual([{ policy: 'default', clock: 'lead' }]);
  });

  it('is the event of the policy’s version in force at the arrival', () => {
    const later = subject('p').tell('policy.set', '08:30', { order: 1, match: {}, targets: {}, steps: [] }, { id: 'e2' });
    const tooLate = subject('p').tell('policy.set', '09:30', { order: 1, match: {}, targets: {}, steps: [] }, { id: 'e3' });
    expect(names(ada, steps, later, tooLate)).toEqual([{ policy: event('e2'), clock: 'lead' }]);
    expect(names(ada, steps)[0]).toEqual({ policy: event('e1'), clock: 'lead' });
  });

  it('is the event that made the owner: creation, assignment, claim or handover', () => {
    expect(clockOf(ada)).toEqual(event('e1'));
    expect(clockOf(ada.assigned('09:01', 'luis'))).toEqual(event('e2'));
    expect(clockOf(ada.claimed('09:01', 'luis'))).toEqual(event('e2'));
    expect(clockOf(ada.assigned('09:01', 'luis').handedOver('09:02', 'luis', 'rosa'))).toEqual(event('e3'));
  });

  it('stays when the owner is named again, and is another one when he gets the lead back', () => {
    expect(clockOf(ada.assigned('09:01', 'ana'))).toEqual(event('e1'));
    expect(clockOf(ada.assigned('09:01', 'luis').assigned('09:02', 'ana'))).toEqual(event('e3'));
  });

  it('stays when a pause moves the deadline', () => {
    const paused = ada.paused('09:01').resumed('09:11');
    expect(deadlines(paused, steps)).not.toEqual(deadlines(ada, steps));
    expect(names(paused, steps)).toEqual(names(ada, steps));
  });
});
