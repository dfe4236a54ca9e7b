import type { FeedItem, RepLine, TeamState } from '@leadclock/live-protocol/team-state.js';

const MINUTE = 60_000;

/** Tuesday 17 March 2026, 14:32 in Madrid: the instant of all pictures. */
export const PICTURE_TIME = Date.parse('2026-03-17T14:32:00+01:00');
const at = (time: string): number => Date.parse(`2026-03-17T${time}+01:00`);

const rep = (
  id: string,
  name: string,
  open: number,
  late: number,
  answered: number,
  median: number,
  p90: number,
  met: number,
): RepLine => ({
  rep: id,
  name,
  team: 'madrid',
  open,
  late,
  answered,
  medianSeconds: median,
  p90Seconds: p90,
  inTarget: { value: answered === 0 ? null : met / answered, met, n: answered },
});

const item = (
  time: string,
  kind: FeedItem['kind'],
  name: string,
  who: string | null,
  seconds: number | null,
  origin: string,
): FeedItem => ({
  id: `${time} ${name}`,
  at: at(time),
  kind,
  lead: `lead-${name}`,
  name,
  rep: who?.toLowerCase() ?? null,
  repName: who,
  origin,
  seconds,
});

export interface SiteWords {
  readonly name: string;
  readonly locale: string;
}

/** The floor of the mock-ups. */
export function teamToday({ name, locale }: SiteWords = { name: 'Sales floor · Madrid', locale: 'en-GB' }): TeamState {
  return {
    site: { name, locale, zone: 'Europe/Madrid', targetSeconds: 300, goal: 0.95 },
    team: null,
    teams: [
      { team: 'madrid', name: 'Madrid' },
      { team: 'north', name: 'North' },
    ],
    waiting: { n: 11, nobodys: 3 },
    late: {
      n: 2,
      oldest: {
        lead: 'lead-María F.',
        name: 'María F.',
        owner: 'Ana',
        since: PICTURE_TIME - 7 * MINUTE - 42_000,
        due: PICTURE_TIME - 2 * MINUTE - 42_000,
        heldMs: null,
        rep: 'ana',
        team: 'madrid',
        origin: 'Website',
        channel: 'web',
        product: 'Roof solar',
        assignment: null,
      },
    },
    inTarget: { value: 141 / 153, met: 141, n: 153 },
    response: { medianSeconds: 106, p90Seconds: 259, n: 151 },
    funnel: [
      { stage: 'created', label: null, of: 'leads', count: 164, rate: null },
      { stage: 'answered', label: null, of: 'leads', count: 151, rate: 151 / 164 },
      { stage: 'contacted', label: null, of: 'leads', count: 118, rate: 118 / 151 },
      { stage: 'meeting', label: null, of: 'leads', count: 46, rate: 46 / 118 },
      { stage: 'qualified', label: null, of: 'leads', count: 38, rate: 38 / 46 },
      { stage: 'offer', label: 'Offer', of: 'deals', count: 21, rate: 21 / 38 },
      { stage: 'won', label: null, of: 'deals', count: 9, rate: 9 / 21 },
    ],
    distribution: [38, 49, 30, 16, 8, 7, 2, 1, 0].map((count, bin) => {
      const edges = [0, 60, 120, 180, 240, 300, 600, 1_800, 3_600];
      return { fromSeconds: edges[bin] ?? 0, toSeconds: edges[bin + 1] ?? null, count };
    }),
    reps: [
      rep('ana', 'Ana', 4, 1, 31, 72, 200, 29),
      rep('luis', 'Luis', 1, 0, 28, 100, 226, 27),
      rep('dmitri', 'Dmitri', 1, 0, 27, 104, 232, 26),
      rep('sofia', 'Sofía', 0, 0, 24, 125, 271, 22),
      rep('mark', 'Mark', 2, 1, 22, 151, 370, 18),
      rep('nadia', 'Nadia', 0, 0, 9, 138, 302, 8),
      { ...rep('eva', 'Wilhelmina-Alexandra de la Fuente', 0, 0, 0, 0, 0, 0), medianSeconds: null, p90Seconds: null },
      { ...rep('nobody', '', 3, 0, 0, 0, 0, 0), rep: null, name: null, team: null, medianSeconds: null, p90Seconds: null },
    ],
    feed: [
      item('14:31:48', 'answered', 'Aino K.', 'Luis', 58, 'Chat'),
      item('14:31:26', 'arrived', 'Tom W.', null, null, 'Website'),
      item('14:31:02', 'won', 'María Fernanda G.', 'Ana', null, 'Search ad'),
      item('14:30:40', 'answered', 'Rosa L.', 'Dmitri', 67, 'E-mail'),
      item('14:30:12', 'late', 'Petra H.', 'Mark', null, 'Phone'),
      item('14:29:46', 'arrived', 'Ekaterina V.', null, null, 'Referral'),
      item('14:29:18', 'late', 'María F.', 'Ana', null, 'Website'),
      item('14:28:55', 'answered', 'Iván G.', 'Sofía', 151, 'Website'),
      item('14:27:10', 'met', 'Екатерина В.', 'Nadia', null, 'Website'),
      item('14:25:01', 'answered', 'Zoë', null, 40, 'Website'),
      item('14:24:44', 'answered', 'Carlos M.', 'Mark', 620, 'Search ad'),
      item('14:22:02', 'arrived', 'Carlos M.', null, null, 'Search ad'),
    ],
    pending: null,
  };
}

/** Nobody has ever come. */
export const teamEmpty = (site?: SiteWords): TeamState => {
  const today = teamToday(site);
  return {
    ...today,
    teams: [],
    waiting: { n: 0, nobodys: 0 },
    late: { n: 0, oldest: null },
    inTarget: { value: null, met: 0, n: 0 },
    response: { medianSeconds: null, p90Seconds: null, n: 0 },
    funnel: today.funnel.slice(0, 5).map((step) => ({ ...step, count: 0, rate: null })),
    distribution: today.distribution.map((bin) => ({ ...bin, count: 0 })),
    reps: [],
    feed: [],
  };
};

/** A day on which far too much is late. */
export const teamLate = (site?: SiteWords): TeamState => {
  const today = teamToday(site);
  return {
    ...today,
    waiting: { n: 1_234, nobodys: 1_100 },
    late: { ...today.late, n: 1_180 },
    inTarget: { value: 0.4, met: 61, n: 153 },
    response: { medianSeconds: 5_580, p90Seconds: 90_000, n: 151 },
    distribution: today.distribution.map((bin, index) => ({ ...bin, count: index < 5 ? 3 : 40 })),
  };
};
