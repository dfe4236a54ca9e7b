import { catalogue, configurationTypes, eventTypes, isEventType, leadSubjectTypes, otherTypes, productTypes } from './catalogue.js';

const example = '2026-11-01T09:00:00.000Z';
const amount = { amount: 12.5, currency: 'EUR' };
const pause = { rep: 'ana', reason: 'holiday' };
const handover = { from: 'ana', to: 'luis' };
const period = { from: '2026-11-01', to: '2026-11-30' };
const told = { alert: 'a', step: 'due', due_at: example, raised_at: example, to: 'ana' };

/** Every field that the contract names, of every type. */
const everything: Record<string, object> = {
  'lead.created': { origin: 'event', campaign: 'c', channel: 'web', team: 't', owner: 'ana', segment: 's', product: 'p', value: amount },
  'lead.assigned': { owner: 'ana', team: 't', by: 'rule:rota' },
  'lead.claimed': { rep: 'ana', assignment: { source: '/crm', id: '1' } },
  'lead.handover_offered': handover,
  'lead.handover_accepted': handover,
  'lead.handover_declined': handover,
  'lead.qualified': { rep: 'ana' },
  'lead.disqualified': pause,
  'lead.paused': pause,
  'lead.resumed': pause,
  'lead.viewed': { rep: 'ana' },
  'lead.follow_up_set': { rep: 'ana', at: example, reason: 'later' },
  'lead.disputed': { rep: 'ana', about: 'spam', reason: 'bot' },
  'lead.dispute_decided': { by: 'luis', accepted: true, reason: 'bot' },
  'lead.merged': { into: 'lead-2' },
  'lead.erased': { reason: 'request' },
  'touchpoint.recorded': {
    touchpoint: 'c',
    channel: 'visit',
    direction: 'inbound',
    actor: 'ai',
    rep: 'ana',
    outcome: 'no_show',
    duration_s: 1.5,
    self_booked: true,
  },
  'touchpoint.corrected': {
    touchpoint: 'c',
    channel: 'visit',
    direction: 'inbound',
    actor: 'ai',
    rep: 'ana',
    outcome: 'no_show',
    duration_s: 1,
    self_booked: false,
  },
  'touchpoint.retracted': { touchpoint: 'c', reason: 'mistake' },
  'deal.opened': { deal: 'd', pipeline: 'p', stage: 's', amount, rep: 'ana', product: 'p', expected_close: '2026-12-01' },
  'deal.stage_changed': { deal: 'd', stage: 's', pipeline: 'p', rep: 'ana' },
  'deal.revised': { deal: 'd', amount, rep: 'ana', product: 'p', expected_close: '2026-12-01' },
  'deal.won': { deal: 'd', amount, rep: 'ana' },
  'deal.lost': { deal: 'd', amount, reason: 'price', rep: 'ana' },
  'deal.reopened': { deal: 'd', stage: 's' },
  'spend.recorded': { origin: 'o', campaign: 'c', kind: 'marketing', amount, ...period },
  'subscription.started': { customer: 'k', mrr: amount, product: 'p', lead: 'lead-1', origin: 'o', rep: 'ana', team: 't' },
  'subscription.changed': { mrr: amount, kind: 'cross_sell' },
  'subscription.cancelled': { reason: 'price' },
  'survey.answered': { customer: 'k', score: 10, rep: 'ana', team: 't' },
  'target.set': { kpi: 'won-revenue', period, value: 1000, team: 't', rep: 'ana' },
  'forecast.submitted': { period, amount, team: 't', rep: 'ana' },
  'rate.set': { date: '2026-11-01', to: 'EUR', rate: 0.92 },
  'rep.status_changed': { status: 'on_call', by: 'ana' },
  'rota.advanced': { rep: 'ana' },
  'event.retracted': { source: '/crm', id: '1', reason: 'mistake' },
  'site.set': { name: 'Floor', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR', week_start: 'mon', effective_from: example },
  'rep.set': { name: 'Ana', team: 't', active: true, calendar: 'c', days_off: ['2026-12-24'], effective_from: example },
  'team.set': { name: 'North', calendar: 'c', effective_from: example },
  'calendar.set': {
    zone: 'UTC',
    week: { mon: [['09:00', '13:00']] },
    holidays: [{ date: '2026-12-25', name: 'x' }],
    effective_from: example,
  },
  'pipeline.set': { stages: [{ id: 's', name: 'S', probability: 0.5, role: 'opportunity' }], effective_from: example },
  'policy.set': {
    order: 1,
    match: { origin: ['o'], team: ['t'], segment: ['s'], channel: ['web'] },
    calendar: 'c',
    targets: { answer_s: 300, contact_s: 3600 },
    counts: { outbound: ['call'], inbound: ['chat'], actors: ['human'], unless: ['bounced'] },
    quiet: { from: '22:00', to: '07:00' },
    snooze_max_s: 600,
    steps: [
      { id: 's', clock: 'owner', of: 'contact', at_percent: 80, notify: ['manager'], action: 'reassign', repeat_s: 60, repeat_max: 3 },
    ],
    effective_from: example,
  },
  'alert.raised': told,
  'alert.shown': { alert: 'a', step: 'due', due_at: example, raised_at: example, shown_at: example, to: 'ana' },
  'alert.acknowledged': told,
  'alert.snoozed': { ...told, until: example, reason: 'in_a_call' },
  'alert.resolved': told,
  'alert.retracted': told,
};

describe('the catalogue', () => {
  it.each(eventTypes)('takes every field of %s as it stands, and no other', (type) => {
    expect(catalogue[type].safeParse(everything[type])).toEqual({ success: true, data: everything[type] });
    expect(catalogue[type].safeParse({ ...everything[type], other: 1 }).success).toBe(false);
  });

  it('puts each type into one of three parts: configuration, about a lead, other', () => {
    const parts = [configurationTypes, leadSubjectTypes, otherTypes];
    for (const type of eventTypes) expect(parts.filter((part) => part.has(type))).toHaveLength(1);
    expect([configurationTypes.size, leadSubjectTypes.size, otherTypes.size]).toEqual([6, 31, 11]);
  });

  it('keeps alert.* for the product', () => {
    expect([...productTypes].every((type) => type.startsWith('alert.'))).toBe(true);
    expect(productTypes.size).toBe(6);
  });

  it('knows its own names only', () => {
    expect(['lead.created', 'toString', '__proto__', ''].map(isEventType)).toEqual([true, false, false, false]);
  });
});
