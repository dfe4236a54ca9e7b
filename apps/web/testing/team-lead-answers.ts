import { PICTURE_TIME } from './scenario.js';

const iso = (instant: number): string => new Date(instant).toISOString();
const at = (time: string): number => Date.parse(`2026-03-17T${time}+01:00`);

/** `GET /v1/leads/:id/timeline` of the mock-ups' lead. */
export const timelineOf = (lead: string): unknown => {
  const event = (time: string, type: string, code: string, counts: boolean, data: object, heardAfter = 0) => ({
    time: iso(at(time)),
    recorded_time: iso(at(time) + heardAfter),
    type,
    source: '/test',
    id: `${type} ${time}`,
    historical: false,
    data,
    counts,
    code,
    reason: '',
    values: {},
  });
  const alert = { alert: 'a1', step: 'due', due_at: iso(at('11:22:40')), raised_at: iso(at('11:22:40') + 20), to: 'ana' };
  return {
    lead,
    as_of: iso(PICTURE_TIME),
    events: [
      event('11:17:40', 'lead.created', 'arrival', true, { origin: 'website', campaign: 'Spring solar' }),
      event('11:17:41', 'touchpoint.recorded', 'actor_does_not_count', false, {
        touchpoint: 'm',
        channel: 'email',
        direction: 'outbound',
        actor: 'automated',
        outcome: 'sent',
      }),
      event('11:17:42', 'lead.assigned', 'owner_changed', true, { owner: 'luis', by: 'rule:in turn' }),
      event('11:18:05', 'lead.viewed', 'no_number', false, { rep: 'luis' }),
      event('11:19:12', 'touchpoint.recorded', 'taken_back', false, {
        touchpoint: 'c',
        channel: 'call',
        direction: 'outbound',
        rep: 'luis',
        outcome: 'no_answer',
      }),
      event('11:21:30', 'lead.handover_accepted', 'owner_changed', true, { from: 'luis', to: 'ana' }),
      event('11:22:40', 'alert.raised', 'alert_told', true, alert),
      event('11:22:40', 'alert.shown', 'alert_told', true, { ...alert, shown_at: iso(at('11:22:40') + 600) }),
      event('11:22:58', 'alert.acknowledged', 'no_number', true, alert),
      event(
        '11:23:58',
        'touchpoint.recorded',
        'first_answer',
        true,
        { touchpoint: 'd', channel: 'call', direction: 'outbound', rep: 'ana', outcome: 'connected' },
        200_000,
      ),
      event('11:23:58', 'alert.resolved', 'no_number', true, alert),
      event('11:29:40', 'touchpoint.recorded', 'later_answer', true, {
        touchpoint: 'e',
        channel: 'meeting',
        direction: 'outbound',
        rep: 'ana',
        outcome: 'booked',
      }),
      event('11:40:00', 'event.retracted', 'takes_back', true, { source: '/test', id: 'c', reason: 'other lead' }),
    ],
  };
};

/** The lead whose clock stood twice, and what its clocks say. */
export const PAUSED_LEAD = 'lead-Hugo M.';
const pausedClocks = {
  paused_s: 1_830,
  pauses: [
    { from: iso(at('10:02:10')), until: iso(at('10:30:10')), seconds: 1_680, reason: 'waiting_for_documents', rep: 'ana' },
    { from: iso(at('11:20:00')), until: iso(at('11:22:30')), seconds: 150, reason: null, rep: null },
  ],
};

/** `GET /v1/leads/:id` of the mock-ups' lead. */
export const detailOf = (lead: string) => ({
  lead,
  name: lead.replace('lead-', ''),
  as_of: iso(PICTURE_TIME),
  incomplete: null,
  state: {
    status: 'answered',
    arrived_at: iso(at('11:17:40')),
    owner: 'ana',
    team: 'madrid',
    origin: 'website',
    campaign: 'Spring solar',
    channel: 'web',
    product: 'Roof solar and heat pump',
    answered_at: iso(at('11:23:58')),
    answered_by: 'ana',
    contacted_at: iso(at('11:23:58')),
    closed_at: null,
    closed_reason: null,
    due_at: null,
  },
  disputes: [],
  journey: [],
  clocks: {
    started_at: iso(at('11:17:40')),
    due_at: iso(at('11:22:40')),
    verdict: 'breached',
    paused: false,
    working_s: 378,
    wall_s: 378,
    paused_s: 0,
    pauses: [],
    ...(lead === PAUSED_LEAD ? pausedClocks : {}),
  },
  policy: {
    id: null,
    event: null,
    version: null,
    answer_seconds: 300,
    contact_seconds: null,
    calendar: null,
    outbound: ['call', 'email', 'sms', 'chat', 'visit'],
    inbound: ['call'],
    actors: ['human'],
    unless: [],
  },
});
