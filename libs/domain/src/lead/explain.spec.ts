import { buildConfiguration } from '../configuration/build-configuration.js';
import { emptyConfiguration } from '../configuration/configuration.js';
import type { LeadclockEvent } from '../events/event.js';
import { edgesOf } from '../merges/merge-edges.js';
import { resolveMerges } from '../merges/resolve-merges.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { explainLead } from './explain.js';
import { type ReasonCode, reasons } from './reasons.js';

const ada = lead('ada').arrived('09:00', { owner: 'ana' });
const explain = (story: Story, asOf = 'sun 23:59') =>
  explainLead(story.subject, story.events, emptyConfiguration, at(asOf), resolveMerges(edgesOf(story.events)));
/** Per event: + or − and the code. */
const codes = (story: Story): readonly string[] => explain(story).timeline.map(({ counts, code }) => `${counts ? '+' : '-'} ${code}`);
const lastCode = (story: Story) => codes(story).at(-1);
const dispute = { rep: 'ana', about: 'answer', reason: 'mine' };
const late = { alert: 'a1', step: 'due', due_at: '2026-11-02T09:05:00Z', raised_at: '2026-11-02T09:05:00Z', to: 'ana' };
const told = new Set<string>();

describe('why an event counted', () => {
  const stories: readonly [string, Story, string][] = [
    ['the first answer stops the clock', ada.called('09:01', 'ana'), '+ first_answer'],
    ['a later answer comes after it', ada.called('09:01', 'ana').called('09:02', 'ana'), '+ later_answer'],
    [
      'an e-mail that bounced answered until then',
      ada
        .touched('09:01', { channel: 'email', touchpoint: 'm' })
        .touched('09:01:30', { channel: 'email', touchpoint: 'm', outcome: 'bounced' }),
      '+ next_outcome',
    ],
    ['a wrong number reached nobody', ada.called('09:01', 'ana', 'wrong_number'), '- failed'],
    ['a machine does not answer', ada.touched('09:01', { actor: 'ai' }), '- actor_does_not_count'],
    ['a task does not answer', ada.touched('09:01', { channel: 'task' }), '- channel_does_not_count'],
    ['an inbound call must be connected', ada.touched('09:01', { direction: 'inbound', outcome: 'no_answer' }), '- not_connected'],
    [
      'an inbound call answers when it is',
      ada.touched('09:01', { direction: 'inbound' }).touched('09:02', { direction: 'inbound', outcome: 'connected' }),
      '+ first_answer',
    ],
    ['a lead without arrival has no clock', lead('ada').called('09:01', 'ana'), '- no_arrival'],
    ['a corrected touchpoint', ada.called('09:01', 'ana').corrected('10:00', 'call-09:01', { rep: 'luis' }), '+ touch_corrected'],
    ['a retracted touchpoint', ada.called('09:01', 'ana').retracted('10:00', 'call-09:01'), '+ touch_retracted'],
    ['a correction of nothing', ada.corrected('10:00', 'x', { rep: 'luis' }), '- unknown_touch'],
    ['an assignment changes the owner', ada.assigned('09:01', 'luis'), '+ owner_changed'],
    ['an assignment to the owner changes nothing', ada.assigned('09:01', 'ana'), '- same_owner'],
    ['an assignment may name a team alone', ada.assigned('09:01', 'ana', 'north'), '+ team_named'],
    ['a claim', ada.claimed('09:01', 'luis'), '+ owner_changed'],
    ['a claim of what is claimed', ada.claimed('09:01', 'luis').claimed('09:02', 'eva'), '- claim_came_second'],
    ['a claim of an old assignment', ada.assigned('09:01', 'luis').claimed('09:02', 'eva', 'e1'), '- claim_of_an_old_assignment'],
    ['a handover', ada.handedOver('09:01', 'ana', 'luis'), '+ owner_changed'],
    ['a second lead.created that fills', ada.arrived('09:01', { origin: 'event' }), '+ fills_attributes'],
    ['a second lead.created that says nothing new', ada.arrived('09:01', { owner: 'luis' }), '- nothing_changed'],
    ['a qualification', ada.qualified('09:01'), '+ qualified'],
    ['a closing', ada.disqualified('09:01'), '+ closed'],
    ['a closing again', ada.disqualified('09:01').disqualified('09:02'), '- nothing_changed'],
    ['a closing taken back', ada.disqualified('09:01').qualified('09:02'), '+ closing_taken_back'],
    ['a pause', ada.paused('09:01'), '+ clock_stopped'],
    ['a resumption', ada.paused('09:01').resumed('09:02'), '+ clock_runs'],
    ['a resumption of what runs', ada.resumed('09:02'), '- nothing_changed'],
    ['a merge', ada.tell('lead.merged', '09:01', { into: 'bob' }), '+ merged'],
    ['a merge into itself', ada.tell('lead.merged', '09:01', { into: 'ada' }), '- merge_circle'],
    [
      'a merge that is taken back',
      ada.tell('lead.merged', '09:01', { into: 'bob' }).tell('lead.merged', '09:02', { into: null }),
      '+ merge_ended',
    ],
    [
      'a merge that came late, before another of the lead',
      ada.tell('lead.merged', '09:02', { into: 'bob' }).tell('lead.merged', '09:01', { into: 'cleo' }, { heard: '10:00' }),
      '+ merged',
    ],
    ['a view', ada.tell('lead.viewed', '09:01', { rep: 'ana' }), '- no_number'],
    ['an alert', ada.tell('alert.raised', '09:05', late), '+ alert_told'],
    [
      'an alert that is shown',
      ada.tell('alert.raised', '09:05', late).tell('alert.shown', '09:05', { ...late, shown_at: late.raised_at }),
      '+ alert_told',
    ],
    ['an alert raised again', ada.tell('alert.raised', '09:05', late).tell('alert.raised', '09:06', late), '- nothing_changed'],
    ['an alert that ends', ada.tell('alert.resolved', '09:05', late), '- no_number'],
    ['a dispute', ada.tell('lead.disputed', '09:05', dispute), '- disputed'],
    [
      'a dispute that is accepted',
      ada.tell('lead.disputed', '09:05', dispute).tell('lead.dispute_decided', '09:06', { by: 'boss', accepted: true }),
      '- dispute_accepted',
    ],
    [
      'a dispute that is refused',
      ada.tell('lead.disputed', '09:05', dispute).tell('lead.dispute_decided', '09:06', { by: 'boss', accepted: false }),
      '- dispute_refused',
    ],
    ['a decision on nothing', ada.tell('lead.dispute_decided', '09:06', { by: 'boss', accepted: true }), '- no_dispute'],
    ['a rate', subject('USD').tell('rate.set', '09:00', { date: '2026-11-01', to: 'EUR', rate: 1 }), '- not_about_a_lead'],
    ['a deal', ada.opened('09:01'), '+ deal_opened'],
    ['a stage', ada.opened('09:01').moved('09:02', 'talk'), '+ stage_entered'],
    ['the same stage', ada.opened('09:01').moved('09:02', 'new'), '- nothing_changed'],
    ['a revision', ada.opened('09:01').revised('09:02', { rep: 'ana' }), '+ deal_revised'],
    ['a win', ada.opened('09:01').won('09:02'), '+ deal_won'],
    ['a loss', ada.opened('09:01').lost('09:02'), '+ deal_lost'],
    ['a win again', ada.won('09:02').won('09:03', { amount: { amount: 1, currency: 'EUR' } }), '+ same_outcome'],
    ['a reopening', ada.won('09:02').reopened('09:03'), '+ deal_reopened'],
    ['a stage of a closed deal', ada.won('09:02').moved('09:03', 'talk'), '- deal_is_closed'],
    ['a retraction', ada.called('09:01', 'ana').takenBack('10:00', 'e2'), '+ takes_back'],
    ['a retraction of what has not come', ada.takenBack('10:00', 'e9'), '- nothing_to_take_back'],
  ];

  it.each(stories)('%s', (_name, story, code) => {
    expect(lastCode(story)).toBe(code);
    for (const one of codes(story)) told.add(one.slice(2));
  });

  it('a deal is told by its own id and stage, whatever other deals there are', () => {
    const two = ada.opened('09:01').tell('deal.opened', '09:02', { deal: 'd2', stage: 'talk' });
    expect(explain(two).timeline.at(-1)).toMatchObject({ code: 'deal_opened', values: { deal: 'd2', stage: 'talk' } });
    const moved = two.tell('deal.stage_changed', '09:03', { deal: 'd2', stage: 'offer' });
    expect(explain(moved).timeline.at(-1)).toMatchObject({ code: 'stage_entered', values: { deal: 'd2', stage: 'offer' } });
    const won = moved.won('09:04').tell('deal.lost', '09:05', { deal: 'd2' });
    expect(explain(won).timeline.slice(-2)).toMatchObject([
      { code: 'deal_won', values: { deal: 'd1', stage: 'new' } },
      { code: 'deal_lost', values: { deal: 'd2', stage: 'offer' } },
    ]);
    expect(explain(won.reopened('09:06', 'again', 'd2')).timeline.at(-1)).toMatchObject({
      code: 'deal_reopened',
      values: { deal: 'd2', stage: 'again' },
    });
  });

  it('a team is the one that was named then, not the first', () => {
    const named = ada.assigned('09:01', 'ana', 'north').assigned('09:02', 'ana', 'south');
    expect(explain(named).timeline.slice(-2)).toMatchObject([{ values: { team: 'north' } }, { values: { team: 'south' } }]);
  });

  it('of the claim that came second it is told who had claimed it, of that by its owner that nothing changed', () => {
    expect(explain(ada.claimed('09:01', 'luis').claimed('09:02', 'eva')).timeline.at(-1)).toMatchObject({
      code: 'claim_came_second',
      values: { by: 'luis' },
    });
    const named = lead('ada').arrived('09:00').assigned('09:01', 'ana').claimed('09:02', 'luis', 'e2').claimed('09:03', 'eva', 'e2');
    expect(lastCode(named)).toBe('- claim_came_second');
    expect(lastCode(ada.claimed('09:01', 'ana'))).toBe('- same_owner');
  });

  it('a touch before the arrival, a call going on at it', () => {
    expect(codes(lead('ada').called('08:59', 'ana').arrived('09:00'))).toEqual(['- before_arrival', '+ arrival']);
    expect(codes(lead('ada').touched('08:59', { direction: 'inbound', outcome: 'connected', duration_s: 60 }).arrived('09:00'))).toEqual([
      '+ call_going_on',
      '+ arrival',
    ]);
    expect(codes(lead('ada').touched('08:59', { direction: 'inbound', outcome: 'connected' }).arrived('09:00'))).toEqual([
      '- before_arrival',
      '+ arrival',
    ]);
    for (const code of ['before_arrival', 'call_going_on', 'arrival']) told.add(code);
  });

  it('a bounced answer and what took its place', () => {
    const story = ada
      .touched('09:01', { channel: 'email' })
      .touched('09:10', { channel: 'email', outcome: 'bounced' })
      .called('09:15', 'ana');
    expect(codes(story)).toEqual(['+ arrival', '+ answered_until_failed', '+ next_outcome', '+ first_answer']);
    told.add('answered_until_failed');
  });

  it('what was taken back, by its event or by its touchpoint', () => {
    expect(codes(ada.called('09:01', 'ana').takenBack('10:00', 'e2'))[1]).toBe('- taken_back');
    expect(codes(ada.called('09:01', 'ana').retracted('10:00', 'call-09:01'))[1]).toBe('- retracted_touch');
    expect(codes(ada.called('09:01', 'ana').retracted('10:00', 'call-09:01').called('09:01', 'ana'))).toHaveLength(4);
    for (const code of ['taken_back', 'retracted_touch']) told.add(code);
  });

  it('of the leads that were merged into it, each event by its own lead', () => {
    const bob = lead('bob')
      .called('08:59', 'ana')
      .called('09:03', 'luis', 'connected')
      .takenBack('09:30', 'e1')
      .tell('lead.merged', '10:00', { into: 'ada' });
    const events = [...ada.called('09:05', 'ana', 'connected').events, ...bob.events];
    const { timeline, summary } = explainLead('ada', events, emptyConfiguration, at('11:00'), resolveMerges(edgesOf(bob.events)));
    expect(timeline.map(({ event, code }) => `${event.subject}/${event.id} ${code}`)).toEqual([
      'bob/e1 taken_back',
      'ada/e1 arrival',
      'bob/e2 first_answer',
      'ada/e2 later_answer',
      'bob/e3 takes_back',
      'bob/e4 merged',
    ]);
    expect(summary).toMatchObject({ subject: 'ada', answeredBy: 'luis', touches: 2 });
  });

  it('of two merges of one lead the later one', () => {
    const twice = ada.tell('lead.merged', '09:01', { into: 'bob' }).tell('lead.merged', '09:02', { into: 'cleo' });
    expect(codes(twice)).toEqual(['+ arrival', '- merge_replaced', '+ merged']);
    told.add('merge_replaced');
  });

  it('of two contents under one identity the one that does not count', () => {
    const [event] = ada.events;
    const other = { ...event, time: at('09:30'), recordedTime: at('09:31') } as LeadclockEvent;
    const { timeline } = explainLead('ada', [other, ...ada.events, ...ada.events], emptyConfiguration, at('10:00'));
    expect(timeline.map(({ code }) => code)).toEqual(['arrival', 'conflict']);
    told.add('conflict');
  });

  it('every code of the table has its story', () => {
    expect((Object.keys(reasons) as ReasonCode[]).filter((code) => !told.has(code))).toEqual([]);
  });
});

describe('what a reason is said with', () => {
  const taken = { deal: 'd1', stage: 'talk' };
  const mail = { channel: 'email', touchpoint: 'm' } as const;
  const cases: readonly [string, Story, object][] = [
    ['an arrival names the owner', ada, { owner: 'ana' }],
    ['an arrival without one names none', lead('ada').arrived('09:00'), { owner: null }],
    ['a change names both owners', ada.assigned('09:01', 'luis'), { from: 'ana', to: 'luis' }],
    ['the same owner is named', ada.assigned('09:01', 'ana'), { owner: 'ana' }],
    ['the team that is named last', ada.assigned('09:01', 'ana', 'north').assigned('09:02', 'ana', 'south'), { team: 'south' }],
    ['who claimed first', ada.claimed('09:01', 'luis').claimed('09:02', 'eva'), { by: 'luis' }],
    ['what was filled in', ada.arrived('09:01', { origin: 'event', product: 'gold' }), { filled: 'origin product', owner: 'ana' }],
    ['an owner that was filled in', lead('ada').arrived('09:00').arrived('09:01', { owner: 'ana' }), { filled: '', owner: 'ana' }],
    ['a team that was filled in', ada.arrived('09:01', { team: 'north' }), { filled: '', owner: 'ana' }],
    ['a claim by the owner', ada.claimed('09:01', 'ana'), { owner: 'ana' }],
    ['why it was closed', ada.disqualified('09:01', 'spam'), { reason: 'spam' }],
    ['a closing without a reason', ada.disqualified('09:01'), { reason: null }],
    ['into which lead', ada.tell('lead.merged', '09:01', { into: 'bob' }), { into: 'bob' }],
    ['who disputes what', ada.tell('lead.disputed', '09:05', dispute), { about: 'answer', rep: 'ana' }],
    [
      'which touchpoint is corrected',
      ada.called('09:01', 'ana').corrected('10:00', 'call-09:01', { rep: 'luis' }),
      { touchpoint: 'call-09:01' },
    ],
    ['which touchpoint nobody knows', ada.corrected('10:00', 'x', { rep: 'luis' }), { touchpoint: 'x' }],
    ['which deal stands where', ada.opened('09:01').moved('09:02', 'talk'), taken],
    ['which deal was won where', ada.opened('09:01').moved('09:02', 'talk').won('09:03'), taken],
    ['which event is taken back', ada.called('09:01', 'ana').takenBack('10:00', 'e2'), { source: '/story', id: 'e2' }],
    ['which event has not come', ada.takenBack('10:00', 'e9'), { source: '/story', id: 'e9' }],
    ['how long the first answer took', ada.called('09:01', 'ana'), { afterMs: 60_000 }],
    [
      'how late a later one was, and which came first',
      ada.called('09:01', 'ana').called('09:02', 'ana'),
      { afterMs: 120_000, first: 'call-09:01' },
    ],
    [
      'which outcome came next',
      ada.called('09:01', 'ana').touched('09:02', { touchpoint: 'call-09:01', outcome: 'connected' }),
      { touchpoint: 'call-09:01', outcome: 'connected' },
    ],
    [
      'that the next outcome is none',
      ada.touched('09:01', mail).touched('09:02', { ...mail, duration_s: 3 }),
      { touchpoint: 'm', outcome: null },
    ],
    ['which outcome failed', ada.called('09:01', 'ana', 'wrong_number'), { outcome: 'wrong_number' }],
    ['what stood instead of a connection', ada.touched('09:01', { direction: 'inbound', outcome: 'no_answer' }), { outcome: 'no_answer' }],
    ['that nothing stood there', ada.touched('09:01', { direction: 'inbound' }), { outcome: null }],
    ['who does not count', ada.touched('09:01', { actor: 'ai' }), { actor: 'ai' }],
    ['what does not count', ada.touched('09:01', { channel: 'task' }), { channel: 'task', direction: 'outbound' }],
  ];

  it.each(cases)('%s', (_name, story, values) => {
    expect(explain(story).timeline.at(-1)?.values).toEqual(values);
  });

  it('until when something answered, and with which outcome it failed', () => {
    const story = ada
      .touched('09:01', mail)
      .touched('09:10', { ...mail, outcome: 'bounced' })
      .called('09:15', 'ana');
    expect(explain(story).timeline[1]?.values).toEqual({ until: at('09:10'), outcome: 'bounced' });
  });

  it('how long before the arrival', () => {
    expect(explain(lead('ada').called('08:59', 'ana').arrived('09:00')).timeline[0]?.values).toEqual({ beforeMs: 60_000 });
  });

  it('a loss says that it lost, also when it says it again', () => {
    expect(
      lastCode(
        ada
          .opened('09:01')
          .lost('09:02')
          .lost('09:03', { amount: { amount: 1, currency: 'EUR' } }),
      ),
    ).toBe('+ same_outcome');
    expect(lastCode(ada.opened('09:01').opened('09:02', 'new', { amount: { amount: 1, currency: 'EUR' } }))).toBe('+ deal_revised');
  });
});

describe('what of a lead is told as of an instant', () => {
  it('holds the sum of its pauses until the answer, and none of them on a clock', () => {
    const story = ada.paused('09:02').resumed('09:12').paused('09:13').resumed('09:33').called('09:36', 'ana').paused('10:00');
    expect(explain(story, '09:10').clocks).toMatchObject({ wallMs: 120_000, pausedMs: 480_000, paused: true });
    expect(explain(story, '09:12:30').clocks).toMatchObject({ wallMs: 150_000, pausedMs: 600_000, paused: false });
    expect(explain(story).clocks).toMatchObject({ workingMs: 360_000, wallMs: 360_000, pausedMs: 1_800_000 });
    expect(explain(story).clocks.pauses.map(({ milliseconds }) => milliseconds)).toEqual([600_000, 1_200_000]);
  });

  it('holds what happens just then, and corrections of later', () => {
    const story = ada.called('09:05', 'ana').corrected('12:00', 'call-09:05', { outcome: 'wrong_number' });
    const { timeline, clocks } = explain(story, '09:05');
    expect(timeline.map(({ code }) => code)).toEqual(['arrival', 'failed', 'touch_corrected']);
    expect(clocks).toMatchObject({ answeredAt: null, wallMs: 300_000 });
    const retracted = ada.called('09:05', 'ana').retracted('12:00', 'call-09:05').called('13:00', 'ana').takenBack('14:00', 'e4');
    expect(explain(retracted, '10:00').timeline.map(({ code }) => code)).toEqual([
      'arrival',
      'retracted_touch',
      'touch_retracted',
      'nothing_to_take_back',
    ]);
  });

  it('tells each pause with who said it and why, as far as it stopped the clock', () => {
    const story = lead('ada')
      .tell('lead.paused', '08:50', { reason: 'early' })
      .arrived('09:00')
      .resumed('09:05')
      .tell('lead.paused', '09:10', { reason: 'documents', rep: 'ana' })
      .tell('lead.paused', '09:12', { reason: 'said_again' })
      .resumed('09:40')
      .paused('09:50');
    const { pauses, pausedMs } = explain(story, '10:00').clocks;
    expect(pauses).toEqual([
      { from: at('08:50'), until: at('09:05'), milliseconds: 300_000, workingMilliseconds: 300_000, reason: 'early', rep: null },
      { from: at('09:10'), until: at('09:40'), milliseconds: 1_800_000, workingMilliseconds: 1_800_000, reason: 'documents', rep: 'ana' },
      { from: at('09:50'), until: null, milliseconds: 600_000, workingMilliseconds: 600_000, reason: null, rep: null },
    ]);
    expect(pausedMs).toBe(2_700_000);
    expect(explain(story.called('09:20', 'ana'), '10:00').clocks.pauses.map(({ milliseconds }) => milliseconds)).toEqual([
      300_000, 600_000,
    ]);
    expect(explain(story.called('09:02', 'ana'), '10:00').clocks.pauses).toHaveLength(1);
  });

  it('has no clock before the arrival is known, and says when one is paused', () => {
    expect(explain(lead('ada').called('09:00', 'ana')).clocks).toEqual({
      startedAt: null,
      answeredAt: null,
      workingMs: 0,
      wallMs: 0,
      pausedMs: 0,
      pausedWorkingMs: 0,
      pauses: [],
      paused: false,
      dueAt: null,
      verdict: null,
    });
    expect(explain(ada.paused('09:02')).clocks).toMatchObject({ paused: true, wallMs: 120_000 });
  });
});

describe('the clocks and the policy of a lead', () => {
  it('stand at the answer, run until the instant asked about, and name the verdict', () => {
    const story = ada.called('09:07', 'ana');
    expect(explain(story, '09:03').clocks).toEqual({
      startedAt: at('09:00'),
      answeredAt: null,
      workingMs: 180_000,
      wallMs: 180_000,
      pausedMs: 0,
      pausedWorkingMs: 0,
      pauses: [],
      paused: false,
      dueAt: at('09:05'),
      verdict: 'pending',
    });
    expect(explain(story).clocks).toMatchObject({ answeredAt: at('09:07'), workingMs: 420_000, verdict: 'breached' });
    expect(explain(story).timeline).toHaveLength(2);
    expect(explain(story, '09:03').timeline).toHaveLength(1);
  });

  it('are those of the default while no policy matches', () => {
    expect(explain(ada).policy).toMatchObject({
      id: null,
      answerSeconds: 300,
      calendar: null,
      inbound: ['call', 'chat'],
      actors: ['human'],
    });
    expect(explain(lead('ada').called('09:00', 'ana')).policy).toBeNull();
  });

  it('name the policy and the version of its day, which a later one does not change', () => {
    const version = { order: 1, match: {}, steps: [] };
    const policies = subject('web')
      .tell('policy.set', '08:00', { ...version, targets: { answer_s: 60 } }, { id: 'a' })
      .tell('policy.set', '08:30', { ...version, targets: { answer_s: 90 } }, { id: 'b' })
      .tell('policy.set', '09:30', { ...version, targets: { answer_s: 30 } }, { id: 'c' });
    const judged = (story: Story) => explainLead('ada', story.events, buildConfiguration(policies.events), at('10:00')).policy;
    const named = { id: 'web', event: { source: '/story', id: 'b' }, version: 2, answerSeconds: 90 };
    expect(judged(ada)).toMatchObject(named);
    expect(judged(lead('ada').arrived('09:30'))).toMatchObject({ event: { id: 'c' }, version: 3, answerSeconds: 30 });
    expect(explain(ada).policy).toMatchObject({ event: null, version: null });
  });
});

describe('what is open about a lead', () => {
  const between = { from: 'ana', to: 'luis' };
  const offered = ada.tell('lead.handover_offered', '09:01', between);

  it('is an offer to hand it over, until it is answered, and as of each instant', () => {
    expect(explain(offered).handover).toMatchObject({ ...between, event: { source: '/story', id: 'e2' }, at: at('09:01') });
    expect(explain(offered, '09:00:30').handover).toBeNull();
    expect(explain(offered.handedOver('09:02', 'ana', 'luis')).handover).toBeNull();
  });

  it('is when it is to be called back, as was said last', () => {
    const story = ada
      .tell('lead.follow_up_set', '09:01', { rep: 'ana', at: '2026-11-02T10:00:00.000Z' })
      .tell('lead.follow_up_set', '09:02', { rep: 'luis', at: '2026-11-02T11:00:00.000Z' });
    expect(explain(story).followUp).toMatchObject({ rep: 'luis', due: at('11:00') });
    expect(explain(ada).followUp).toBeNull();
  });
});
