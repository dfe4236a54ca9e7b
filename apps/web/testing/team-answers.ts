import { PICTURE_TIME } from './scenario.js';
import { detailOf, timelineOf } from './team-lead-answers.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MIDNIGHT = Date.parse('2026-03-17T00:00:00+01:00');
const iso = (instant: number): string => new Date(instant).toISOString();
const at = (time: string): number => Date.parse(`2026-03-17T${time}+01:00`);

/** The leads of the panel in the mock-ups: who, from where, about what, when answered, after how many seconds. */
const late: readonly (readonly [string, string, string, string, string | null, number])[] = [
  ['María F.', 'website', 'Roof solar', 'ana', null, 0],
  ['Petra H.', 'referral', 'Offer 1190', 'mark', null, 0],
  ['Viktor A.', 'website', 'Heat pump', 'mark', '09:58:00', 2_480],
  ['Lena K.', 'partner', 'Battery', 'nadia', '13:31:00', 1_325],
  ['Omar D.', 'paid_search', 'Roof solar', 'mark', '12:22:00', 760],
  ['Irina P.', 'website', 'EV charger', 'sofia', '10:47:00', 571],
  ['Ben T.', 'direct', 'Heat pump', 'mark', '13:15:00', 530],
  ['Julia R.', 'referral', 'Roof solar', 'luis', '09:41:00', 482],
  ['Hugo M.', 'website', 'Battery', 'nadia', '12:58:00', 435],
  ['Nora V.', 'website', 'Roof solar', 'ana', '11:23:58', 378],
  ['Timur Z.', 'paid_search', 'Heat pump', 'dmitri', '13:44:00', 347],
  ['Clara N.', 'event', 'Offer 1177', 'sofia', '10:09:00', 312],
];
const waits = new Map([
  ['María F.', 462],
  ['Petra H.', 408],
]);
const arrival = ([name, , , , answered, took]: (typeof late)[number]): number =>
  answered === null ? PICTURE_TIME - (waits.get(name) ?? 0) * 1_000 : at(answered) - took * 1_000;

const blank = { n: 0, item: null, excluded: null, product: null, rep: null, origin: null, due: null, value: null, part: null };
const breached = late.map((lead) => ({
  ...blank,
  subject: `lead-${lead[0]}`,
  kind: 'target',
  part: 'breached',
  at: iso(arrival(lead)),
  from: iso(arrival(lead) + 300_000),
  due: iso(arrival(lead) + 300_000),
  rep: lead[3],
  origin: lead[1],
  product: lead[2],
}));
const answers = late
  .filter(([, , , , answered]) => answered !== null)
  .map((lead) => ({
    ...blank,
    subject: `lead-${lead[0]}`,
    kind: 'response',
    part: 'both',
    at: iso(arrival(lead)),
    from: iso(arrival(lead) + lead[5] * 1_000),
    value: lead[5],
    rep: lead[3],
    origin: lead[1],
    product: lead[2],
  }));
const lastWeek = [33, 47, 33, 18, 9, 9, 4, 2, 1].flatMap((count, bin) =>
  Array.from({ length: count }, (_, n) => ({
    ...blank,
    subject: `w-${bin}-${n}`,
    kind: 'response',
    part: 'both',
    at: iso(MIDNIGHT - 7 * DAY),
    from: iso(MIDNIGHT - 7 * DAY),
    value: [30, 90, 150, 210, 270, 400, 900, 2_000, 9_000][bin] ?? 0,
  })),
);

const alerts = [12, 18, 22, 31, 38, 44, 61, 140, 900, 2_400].map((lateMs, n) => ({
  ...blank,
  subject: `lead-${n}`,
  kind: 'alert',
  part: 'due',
  at: iso(at('11:00:00')),
  from: iso(at('11:00:00')),
  due: iso(at('11:00:00')),
  since: n === 9 ? null : iso(at('11:00:00') + lateMs + 40),
  value: lateMs / 1_000,
}));

const listed = (lead: (typeof late)[number]) => ({
  lead: `lead-${lead[0]}`,
  name: lead[0],
  status: lead[4] === null ? 'waiting' : 'answered',
  arrived_at: iso(arrival(lead)),
  owner: lead[3],
  origin: lead[1],
  product: lead[2],
  answered_at: lead[4] === null ? null : iso(at(lead[4])),
  answered_by: lead[4] === null ? null : lead[3],
  paused_at: null,
  due_at: iso(arrival(lead) + 300_000),
});

const wave = (day: number, of: number): number => Math.sin(day * 1.7 + of) * 0.5 + Math.sin(day * 0.6) * 0.5;

function trend(kpi: string, params: URLSearchParams): unknown {
  const hourly = params.get('bucket') === 'hour';
  const step = hourly ? HOUR : DAY;
  const days = hourly && kpi === 'answered-in-target' ? 28 : 30;
  const buckets = [];
  for (let from = MIDNIGHT - (days - 1) * DAY; from < PICTURE_TIME; from += step) {
    const day = Math.round((from - MIDNIGHT) / DAY);
    const hour = Math.round((from - MIDNIGHT - day * DAY) / HOUR);
    buckets.push({ from: iso(from), to: iso(from + step), groups: groupsOf(kpi, params, day, hourly ? (hour + 24) % 24 : null) });
  }
  return { buckets };
}

function groupsOf(kpi: string, params: URLSearchParams, day: number, hour: number | null): unknown[] {
  const group = (key: object, value: number | null, n: number, more: object = {}) => ({ key, value, n, excluded: {}, ...more });
  if (kpi === 'leads-created') return [group({}, 150, 150)];
  if (kpi === 'waiting-now') return [group({}, Math.round(9 + 3 * wave(day, 1)), 9)];
  if (kpi === 'late-now') return [group({}, Math.max(0, Math.round(1 + 2 * wave(day, 2))), 1)];
  if (kpi === 'lead-response-time') return [group({}, 118 + 20 * wave(day, 3), 150)];
  const share = 0.93 + 0.04 * wave(day + (hour ?? 0), 4);
  const closed = hour !== null && (hour < 9 || hour > 18);
  if (params.get('by') === 'rep')
    return ['ana', 'luis', 'dmitri', 'sofia', 'mark', 'nadia'].map((rep, index) => group({ rep }, share - index * 0.01, 25));
  return [closed ? group({}, null, 0, { met: 0 }) : group({}, share, 12, { met: Math.round(share * 12) })];
}

const byRep = (values: Readonly<Record<string, number>>) => ({
  as_of: iso(PICTURE_TIME),
  groups: Object.entries(values).map(([rep, value]) => ({
    key: { rep },
    value,
    n: Math.round(value * 10),
    excluded: {},
    p90: value * 2,
    met: Math.round(value * 9),
    breached: 1,
  })),
});

/** What `GET` of an address under /v1 answers on the floor of the mock-ups; null: nothing is known of it. */
export function teamAnswer(url: URL, history: boolean): unknown {
  const { pathname, searchParams: params } = url;
  const [, , kind, name = '', part] = pathname.split('/');
  if (kind === 'kpis') {
    if (part === 'trend') return history ? trend(name, params) : { buckets: [] };
    if (name === 'alert-lateness') return { as_of: iso(PICTURE_TIME), rows: history ? alerts : [], next: null };
    if (part === 'rows') {
      const rows = name === 'answered-in-target' ? breached : params.get('from') === '2026-03-10' ? (history ? lastWeek : []) : answers;
      return { as_of: iso(PICTURE_TIME), rows, next: null };
    }
    if (params.get('by') === 'origin')
      return {
        as_of: iso(PICTURE_TIME),
        groups: ['website', 'paid_search', 'referral'].map((origin) => ({ key: { origin }, value: 5, n: 5 })),
      };
    if (params.get('by') === 'rep') return byRep({ ana: 3, luis: 2, mark: 1 });
    if (name === 'funnel-volume')
      return {
        as_of: iso(PICTURE_TIME),
        groups: ['created', 'answered', 'contacted', 'meeting', 'qualified', 'won', 'lost'].map((stage, index) => ({
          key: { stage },
          value: 70 - index * 9,
          n: 70,
        })),
      };
    return {
      as_of: iso(PICTURE_TIME),
      groups: [{ key: {}, value: name === 'answered-in-target' ? 0.75 : 240, n: 40, met: 30, breached: 10, p90: 900 }],
    };
  }
  if (kind !== 'leads') return null;
  if (name === '') {
    const wanted = params.getAll('lead');
    const leads = late.filter(([who, , , , answered]) => (wanted.length > 0 ? wanted.includes(`lead-${who}`) : answered === null));
    return { as_of: iso(PICTURE_TIME), leads: leads.map(listed), next: null };
  }
  const lead = decodeURIComponent(name);
  if (!lead.startsWith('lead-')) return null;
  return part === 'timeline' ? timelineOf(lead) : detailOf(lead);
}
