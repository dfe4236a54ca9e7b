import type { WaitingLead, WallState } from '@leadclock/live-protocol/protocol.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const TARGET = 5 * MINUTE;

/** Tuesday 17 March 2026, 14:32 in Madrid: the instant of all pictures. */
export const PICTURE_TIME = Date.parse('2026-03-17T14:32:00+01:00');

export interface Site {
  readonly name: string;
  readonly locale: string;
}
export const sites: Readonly<Record<'en' | 'es' | 'ru', Site>> = {
  en: { name: 'Sales floor · Madrid', locale: 'en-GB' },
  es: { name: 'Sala de ventas · Madrid', locale: 'es-ES' },
  ru: { name: 'Отдел продаж · Мадрид', locale: 'ru-RU' },
};

const waits = (name: string, minutes: number, seconds: number, owner: string | null = null): WaitingLead => {
  const since = PICTURE_TIME - minutes * MINUTE - seconds * SECOND;
  return { lead: `lead-${name}`, name, owner, since, due: since + TARGET, heldMs: null };
};

const stages = ['created', 'answered', 'contacted', 'meeting', 'qualified'] as const;

const funnel = (...counts: readonly number[]): WallState['funnel'] =>
  stages.map((stage, at) => {
    const [count, before] = [counts[at] ?? 0, counts[at - 1]];
    return { stage, label: null, of: 'leads', count, rate: before === undefined || before === 0 ? null : count / before };
  });

const edges = [0, 60, 120, 180, 240, 300, 600, 1_800, 3_600] as const;

const distribution = (...counts: readonly number[]): WallState['distribution'] =>
  edges.map((fromSeconds, at) => ({ fromSeconds, toSeconds: edges[at + 1] ?? null, count: counts[at] ?? 0 }));

/** The floor of wall.png. */
export function liveWall({ name, locale }: Site): WallState {
  const waiting = [
    waits('María F.', 7, 42),
    waits('Алексей К.', 6, 5, 'Ana'),
    waits('Carlos M.', 5, 18),
    waits('Екатерина В.', 3, 51, 'Luis'),
    waits('John P.', 0, 34),
  ];
  return {
    site: { name, locale, zone: 'Europe/Madrid', targetSeconds: 300, goal: 0.95 },
    lateCount: 3,
    waitingCount: waiting.length,
    oldest: waiting[0] ?? null,
    inTarget: { value: 0.92, n: 151 },
    waiting,
    fastest: [
      { rank: 1, rep: 'Ana', medianSeconds: 72, answered: 14 },
      { rank: 2, rep: 'Luis', medianSeconds: 100, answered: 11 },
      { rank: 3, rep: 'Дмитрий', medianSeconds: 125, answered: 12 },
      { rank: 4, rep: 'Sofía', medianSeconds: 151, answered: 9 },
      { rank: 5, rep: 'Mark', medianSeconds: 190, answered: 7 },
    ],
    news: [{ id: 'news-1', rep: 'Ana', lead: 'Carlos M.', seconds: 72, at: PICTURE_TIME - 2 * MINUTE }],
    funnel: funnel(164, 151, 118, 46, 38),
    distribution: distribution(38, 49, 30, 16, 8, 7, 2, 1, 0),
    wins: [],
    alerts: [],
    demo: false,
    setup: { anyLead: true, source: { name: 'Website', since: PICTURE_TIME - 12 * MINUTE } },
    pending: null,
  };
}

export const nobodyWaits = (site: Site): WallState => ({
  ...liveWall(site),
  lateCount: 0,
  waitingCount: 0,
  oldest: null,
  waiting: [],
  inTarget: { value: 0.97, n: 160 },
});

export const emptyWall = (site: Site): WallState => ({
  ...nobodyWaits(site),
  inTarget: { value: null, n: 0 },
  fastest: [],
  news: [],
  funnel: [],
  distribution: [],
  setup: { anyLead: false, source: null },
});

/** The morning: there were leads on other days, none today. */
export const morningWall = (site: Site): WallState => ({
  ...emptyWall(site),
  setup: liveWall(site).setup,
  funnel: funnel(0),
  distribution: distribution(),
});

export const connectedEmptyWall = (site: Site): WallState => ({
  ...emptyWall(site),
  setup: { anyLead: false, source: { name: 'Website', since: PICTURE_TIME - 12 * MINUTE } },
});

/** Every figure at its widest: a backlog of days, all reps with hundreds of answers, a lead on pause, one without a target. */
export function fullWall(site: Site): WallState {
  const waiting = [
    waits('Wilhelmina W.', 100 * 24 * 60, 0, 'Maximilian'),
    waits('Екатерина В.', 99 * 60 + 59, 0),
    waits('María Fernanda G.', 11, 11, 'Александра'),
    { ...waits('Константин Ю.', 90, 0), heldMs: 4 * MINUTE, due: null },
    { ...waits('John P.', 2, 0), due: null },
    waits('Zoë K.', 1, 0),
  ];
  return {
    ...liveWall(site),
    site: { ...liveWall(site).site, targetSeconds: 900, goal: 1 },
    lateCount: 2_345,
    waitingCount: 2_351,
    oldest: waiting[0] ?? null,
    waiting,
    inTarget: { value: 1, n: 999 },
    fastest: ['Александра', 'Maximilian', 'Екатерина', 'Fernanda', 'Wilhelmina'].map((rep, at) => ({
      rank: at === 1 ? 1 : at + 1,
      rep,
      medianSeconds: 600 + at * 61,
      answered: 128 - at * 25,
    })),
    funnel: [
      ...funnel(12_345, 9_876, 9_876, 999, 10),
      { stage: 'demo', label: 'Demonstration with the family', of: 'leads', count: 9, rate: 0.9 },
      { stage: 'won', label: null, of: 'deals', count: 7, rate: 0.8 },
    ],
    distribution: distribution(1_380, 1_491, 1_302, 160, 128, 107, 122, 101, 9_999),
    pending: 'catching_up',
  };
}

/** A screen in a region with a 12-hour clock. */
export const twelveHours = (site: Site, language: string): Site => ({ ...site, locale: `${language}-US` });
