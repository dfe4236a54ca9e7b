import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';

const week = { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] } satisfies Readonly<Record<string, [string, string][]>>;
const alert = {
  alert: 'a1',
  step: 'due',
  due_at: '2026-11-02T09:10:00.000Z',
  raised_at: '2026-11-02T09:10:00.100Z',
  to: 'luis',
};
const euros = (amount: number) => ({ amount, currency: 'EUR' });

const configuration: readonly Story[] = [
  subject('site').tell('site.set', '08:00', { name: 'Floor', zone: 'Europe/Madrid', locale: 'es-ES', currency: 'EUR' }),
  subject('north').tell('team.set', '08:00', { name: 'North', calendar: 'office' }),
  subject('luis').tell('rep.set', '08:00', { name: 'Luis', team: 'north', active: true }),
  subject('ana').tell('rep.set', '08:00', { name: 'Ana', team: 'south', active: true, days_off: ['2026-11-03'] }),
  subject('office').tell('calendar.set', '08:00', { zone: 'Europe/Madrid', week, holidays: [{ date: '2026-11-04', name: 'Fair' }] }),
  subject('default').tell('pipeline.set', '08:00', {
    stages: [
      { id: 'new', name: 'New', probability: 0.1 },
      { id: 'demo', name: 'Demo', probability: 0.5, role: 'opportunity' },
    ],
  }),
  subject('fast').tell('policy.set', '08:00', {
    order: 1,
    match: { origin: ['web_form'] },
    calendar: 'office',
    targets: { answer_s: 600, contact_s: 3600 },
    counts: { outbound: ['call', 'email'], unless: ['busy'] },
    steps: [
      { id: 'due', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner'] },
      { id: 'late', clock: 'owner', of: 'contact', at_s: 60, notify: ['manager'] },
    ],
  }),
];

const sold = lead('ada')
  .arrived('09:00', { origin: 'web_form', campaign: 'autumn', channel: 'form', segment: 'b2b', product: 'pro', value: euros(900) })
  .tell('lead.viewed', '09:01', { rep: 'luis' })
  .assigned('09:02', 'luis', 'north')
  .claimed('09:03', 'luis', 'e3')
  .called('09:05', 'luis', 'busy')
  .called('09:08', 'luis', 'no_answer')
  .tell('lead.follow_up_set', '09:09', { rep: 'luis', at: '2026-11-02T10:00:00.000Z' })
  .touched('09:20', { touchpoint: 'mail', channel: 'email', direction: 'inbound', outcome: 'replied' })
  .touched('09:30', { touchpoint: 'm', channel: 'meeting', rep: 'luis', outcome: 'booked' })
  .touched('tue 09:30', { touchpoint: 'm', channel: 'meeting', rep: 'luis', outcome: 'held', duration_s: 1800 })
  .qualified('tue 10:00', 'luis')
  .opened('tue 10:05', 'new', { amount: euros(1000), rep: 'luis', product: 'pro', expected_close: '2026-12-01' })
  .moved('tue 11:00', 'demo')
  .revised('tue 12:00', { amount: euros(1200) })
  .won('wed 09:00', { amount: euros(1150.5) });

const lost = lead('bob')
  .arrived('09:10', { origin: 'event', owner: 'ana', team: 'south' })
  .paused('09:11')
  .resumed('09:20')
  .tell('lead.handover_offered', '09:30', { from: 'ana', to: 'luis' })
  .tell('lead.handover_declined', '09:31', { from: 'ana', to: 'luis' })
  .tell('lead.handover_offered', '09:32', { from: 'ana', to: 'luis' })
  .handedOver('09:33', 'ana', 'luis')
  .called('09:40', 'luis', 'connected')
  .corrected('09:50', 'call-09:40', { outcome: 'voicemail', rep: 'ana' })
  .called('09:55', 'luis', 'connected')
  .retracted('10:00', 'call-09:55')
  .opened('10:10', 'demo', { amount: euros(500) })
  .lost('10:20', { reason: 'price' })
  .reopened('10:30')
  .lost('10:40', { amount: euros(450) });

const waiting = lead('cleo')
  .arrived('tue 09:00', { origin: 'web_form', owner: 'luis' })
  .opened('tue 09:30', 'demo', { deal: 'd3', amount: euros(70) });
const outside = lead('dora')
  .arrived('09:00', {}, { historical: true, heard: 'tue 08:00' })
  .tell('lead.disputed', '09:05', { rep: 'ana', about: 'ada', reason: 'same_person' })
  .tell('lead.dispute_decided', '09:10', { by: 'mark', accepted: false })
  .tell('lead.merged', '09:12', { into: 'ada' })
  .assigned('09:15', null, 'north')
  .takenBack('09:16', 'e5')
  .disqualified('09:20', 'spam')
  .tell('lead.erased', '09:30', {});
const told = lead('eve')
  .arrived('09:00', { origin: 'web_form' })
  .tell('alert.raised', '09:10', alert)
  .tell('alert.shown', '09:11', { ...alert, shown_at: '2026-11-02T09:11:00.000Z' })
  .tell('alert.acknowledged', '09:12', alert)
  .tell('alert.snoozed', '09:13', { ...alert, until: '2026-11-02T09:20:00.000Z' })
  .tell('alert.resolved', '09:14', alert)
  .tell('alert.retracted', '09:15', alert)
  .assigned('tue 10:00', 'ana');

const period = { from: '2026-11-01', to: '2026-11-30' };
const others: readonly Story[] = [
  subject('USD').tell('rate.set', '08:00', { date: '2026-11-01', to: 'EUR', rate: 0.9 }),
  subject('autumn').tell('spend.recorded', '08:00', { kind: 'marketing', campaign: 'autumn', amount: euros(300), ...period }),
  subject('s1')
    .tell('subscription.started', '09:00', { customer: 'c1', mrr: euros(50), lead: 'ada' })
    .tell('subscription.changed', '10:00', { mrr: euros(80), kind: 'upsell' })
    .tell('subscription.cancelled', '11:00', { reason: 'price' }),
  subject('q1').tell('survey.answered', '09:00', { score: 9, rep: 'luis' }),
  subject('t1').tell('target.set', '08:00', { kpi: 'won-revenue', period, value: 10_000 }),
  subject('f1').tell('forecast.submitted', '08:00', { period, amount: euros(5000) }),
  subject('luis-status').tell('rep.status_changed', '08:00', { status: 'away' }),
  subject('rota').tell('rota.advanced', '08:00', { rep: 'ana' }),
];

const [arrived] = waiting.events;
/** The same identity with another content, and the same content heard a minute earlier. */
const again: readonly LeadclockEvent[] =
  arrived?.type === 'lead.created'
    ? [
        { ...arrived, data: { origin: 'event' }, recordedTime: arrived.recordedTime + 60_000 },
        { ...arrived, recordedTime: arrived.recordedTime - 500 },
      ]
    : [];

/** A fixed log with every type of event, late ones, repeats, a conflict and retractions: what a set can hold, it holds of these. */
export const wholeStory: readonly LeadclockEvent[] = [
  ...[...configuration, ...others, sold, lost, waiting, outside, told].flatMap((story) => story.events),
  ...again,
];
