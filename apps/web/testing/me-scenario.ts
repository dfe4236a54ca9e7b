import type { FloorState } from '@leadclock/live-protocol/floor-state.js';
import type { LiveAlert, QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import type { RepState } from '@leadclock/live-protocol/rep-state.js';
import { PICTURE_TIME, sites } from './scenario.js';
import { detailOf } from './team-lead-answers.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const TARGET = 5 * MINUTE;

export type Language = 'en' | 'es' | 'ru';

/** A lead that has waited so long at the instant of the pictures. */
export function lead(id: string, minutes: number, seconds: number, more: Partial<QueueLead> = {}): QueueLead {
  const since = PICTURE_TIME - minutes * MINUTE - seconds * SECOND;
  return {
    lead: id,
    name: id,
    owner: null,
    since,
    due: since + TARGET,
    heldMs: null,
    rep: null,
    team: 'north',
    origin: 'website',
    channel: 'web',
    product: 'roof_solar',
    assignment: null,
    ...more,
  };
}

const ana = { rep: 'ana', owner: 'Ana' };
const luis = { rep: 'luis', owner: 'Luis' };
const byId = (leads: readonly QueueLead[]): Record<string, QueueLead> => Object.fromEntries(leads.map((one) => [one.lead, one]));

export const maria = lead('maria', 7, 42, { ...ana, name: 'María F.' });
export const daniel = lead('daniel', 3, 51, { name: 'Daniel R.', origin: 'paid_search', product: 'heat_pump' });
const leads = [
  maria,
  lead('john', 1, 20, { ...ana, name: 'John P.', origin: null, channel: 'chat', product: 'ev_charger' }),
  lead('elena', 0, 48, { ...ana, name: 'Elena S.', origin: 'partner', product: 'battery' }),
  lead('alexey', 30, 0, { ...ana, name: 'Алексей К.', origin: null, channel: 'phone', product: 'offer_1182', heldMs: 125 * SECOND }),
  daniel,
  lead('ekaterina', 2, 14, { name: 'Екатерина В.', origin: 'referral', product: 'battery' }),
  lead('tom', 0, 34, { name: 'Tom W.' }),
  lead('luis-late', 6, 5, { ...luis, name: 'Ines O.' }),
  lead('luis-1', 4, 0, { ...luis, name: 'Pavel T.' }),
  lead('luis-2', 2, 0, { ...luis, name: 'Nadia S.' }),
  lead('luis-3', 1, 0, { ...luis, name: 'Oleg B.' }),
];

export const alertOf = (of: QueueLead, more: Partial<LiveAlert> = {}): LiveAlert => ({
  alert: `alert-${of.lead}`,
  lead: of.lead,
  name: of.name,
  step: 'due',
  due: of.due ?? PICTURE_TIME,
  raised: Math.min(of.due ?? PICTURE_TIME, PICTURE_TIME),
  target: of.due,
  to: of.rep === null ? null : [of.rep],
  owner: of.rep,
  team: of.team,
  unconfirmed: false,
  acknowledgedBy: null,
  retracted: false,
  ...more,
});

export const floorOf = (language: Language, waiting: readonly QueueLead[] = leads): FloorState => ({
  site: { name: sites[language].name, locale: sites[language].locale, zone: 'Europe/Madrid', targetSeconds: 300, goal: 0.95 },
  reps: {
    ana: { name: 'Ana', team: 'north', active: true },
    luis: { name: 'Luis', team: 'north', active: true },
    dmitri: { name: 'Дмитрий', team: null, active: true },
    gone: { name: 'Away', team: null, active: false },
  },
  teams: { north: { name: 'North' } },
  leads: byId(waiting),
  counts: {
    waiting: waiting.length,
    late: waiting.filter(({ due, heldMs }) => heldMs === null && due !== null && due < PICTURE_TIME).length,
    nobodys: waiting.filter(({ rep }) => rep === null).length,
  },
  alerts: {},
  pending: null,
});

const nine = Date.parse('2026-03-17T09:05:00+01:00');
export const ownDay: RepState = {
  me: { rep: 'ana', name: 'Ana', team: 'north', active: true },
  leads: {},
  today: { answered: 31, medianSeconds: 72, p90Seconds: 200, inTarget: { value: 0.94, n: 31 } },
  answers: Array.from({ length: 31 }, (_, at) => {
    const seconds = at === 14 ? 412 : 20 + ((at * 67) % 270);
    return { lead: `answered-${at}`, at: nine + at * 10.5 * MINUTE, seconds, late: seconds > 300 };
  }),
  pending: null,
};

export const danielContact = {
  lead: 'daniel',
  name: 'Daniel R.',
  phone: '+1 555 0142',
  email: 'daniel@example.com',
  company: null,
  language: 'es',
  message:
    'We have an oil boiler from 1998 and a house of 140 m². I would like an offer for a heat pump before the summer. A call this afternoon would suit me best.',
  notes: [],
};

export const danielDetail = { lead: 'daniel', name: 'Daniel R.' };

const event = (type: string, at: string, data: object, counts: boolean, code: string) => ({
  time: at,
  recorded_time: at,
  type,
  source: '/crm',
  id: `${type} ${at}`,
  historical: false,
  data,
  counts,
  code,
  reason: '',
  values: {},
});
export const danielTimeline = {
  lead: 'daniel',
  as_of: new Date(PICTURE_TIME).toISOString(),
  events: [
    event(
      'lead.created',
      new Date(daniel.since).toISOString(),
      { origin: 'paid_search', campaign: 'warm_home', product: 'heat_pump' },
      true,
      'arrival',
    ),
    event(
      'touchpoint.recorded',
      '2026-01-12T10:00:00Z',
      { channel: 'email', outcome: 'opened', actor: 'automated' },
      false,
      'actor_does_not_count',
    ),
    event('touchpoint.recorded', '2026-01-12T15:00:00Z', { channel: 'call', outcome: 'voicemail', rep: 'luis' }, true, 'first_answer'),
  ],
};

/** Names that want to break a page: 200 characters, Arabic, HTML, no name and no source at all. */
export const hostile: readonly QueueLead[] = [
  lead('long', 4, 10, {
    ...ana,
    name: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6).slice(0, 200),
    product: 'p'.repeat(200),
    origin: 'o'.repeat(200),
  }),
  lead('arabic', 2, 0, { name: 'محمد عبد الرحمن الطويل', origin: 'إعلان', product: 'مضخة' }),
  lead('html', 1, 0, { name: '<img src=x onerror="document.title=1"><b>Bob</b>', origin: '<script>', product: '&amp;' }),
  lead('7f3a9c', 0, 20, { name: '7f3a9c', origin: null, channel: null, product: null }),
  lead('constructor', 6000, 0, { ...luis, name: 'constructor', owner: 'Luis'.repeat(50) }),
  lead('__proto__', 700, 0, { name: '__proto__', due: null }),
];

const quarter = (at: number): string => new Date(PICTURE_TIME - at * 15 * MINUTE).toISOString();
const listed = (id: string, name: string, at: number, more: object) => ({
  lead: id,
  name,
  answered_at: quarter(at),
  answered_by: 'ana',
  closed_at: null,
  dispute: null,
  ...more,
});

/** Leads of Ana's that wait no more: of every kind, and with disputes in every state. */
export const ownListed = {
  as_of: quarter(0),
  leads: [
    listed('own-1', 'Wolfeschlegelsteinhausenbergerdorff M.', 1, { dispute: 'open' }),
    listed('own-2', 'Екатерина В.', 2, { answered_by: 'luis', dispute: 'refused' }),
    listed('own-3', 'Sofía G.', 3, { dispute: 'accepted' }),
    listed('own-4', 'Tom W.', 40, { answered_at: null, answered_by: null, closed_at: quarter(40) }),
    listed('own-5', 'Nadia S.', 41, {}),
    listed('own-6', 'Pavel T.', 42, {}),
  ],
  next: null,
};
export const ownVerdicts = {
  as_of: quarter(0),
  rows: [{ subject: 'own-1', part: 'breached', from: quarter(1), excluded: null }],
  next: null,
};

const disputeEvent = { source: '/leadclock', id: 'dispute-1' };
/** A lead of hers that is disputed, as `GET /v1/leads/own-1` has it, and what was written beside the dispute. */
export const disputedLead = {
  ...detailOf('own-1'),
  disputes: [{ event: disputeEvent, at: quarter(0), rep: 'ana', about: 'spam', reason: 'advertising', decided: null }],
};
export const disputedContact = {
  ...danielContact,
  lead: 'own-1',
  notes: [{ ...disputeEvent, time: quarter(0), type: 'lead.disputed', rep: 'ana', note: 'He sells roof tiles: listen to the call.' }],
};
