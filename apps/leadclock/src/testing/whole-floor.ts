import { booksOfFloor } from './floor-books.js';
import { firstNames, leadsOfFloor } from './floor-leads.js';
import { type SampleEvent, sample } from './sample-events.js';
import { zoneOfNoon } from './zone-of-noon.js';

const DAY = 86_400_000;

/** What a story over the whole floor needs to know of its time: the instant at which it is told, its zone, and the period that it asks about. */
export interface FloorTime {
  readonly now: number;
  readonly zone: string;
  /** the day of the floor's zone so many days ago, as a date */
  readonly date: (daysAgo: number) => string;
  /** that day at this hour of the floor's zone, epoch milliseconds */
  readonly at: (daysAgo: number, hour: number) => number;
  /** the last 46 days, today with them: what the floor's targets are for */
  readonly period: { readonly from: string; readonly to: string };
}

/** The floor's time, told at `now`: it is between noon and one o'clock there. */
export function floorTime(now: number): FloorTime {
  const zone = zoneOfNoon(now);
  // noon of the floor is the whole hour that has begun
  const midnight = Math.floor(now / 3_600_000) * 3_600_000 - 12 * 3_600_000;
  const at = (daysAgo: number, hour: number): number => midnight - daysAgo * DAY + hour * 3_600_000;
  const date = (daysAgo: number): string => new Date(now - daysAgo * DAY).toLocaleDateString('sv', { timeZone: zone });
  return { now, zone, at, date, period: { from: date(45), to: date(-1) } };
}

/** The people of the floor and their teams, by id. */
export const floorReps = { ana: 'north', luis: 'north', mark: 'south', zoe: 'south' } as const;

const names = { ana: 'Ana Ruiz', luis: 'Luis Vega', mark: 'Mark Boyd', zoe: 'Zoe Kerr', north: 'North', south: 'South' } as const;

/** What the floor calls its people, teams, leads and products itself: words that no language translates. */
export const floorNames: readonly string[] = [
  ...Object.values(names),
  ...firstNames,
  'Olga',
  'Tom',
  'Wanda',
  'Discovery',
  'Proposal',
  'Negotiation',
  'Telephony',
  'Crm',
  'Limbo',
];

/**
 * A small floor in which every KPI has something to say: leads answered, late, waiting and lost, meetings, deals in every stage and currency, spend,
 * subscriptions, surveys, targets and forecasts, under a calendar, with a merge, a retraction and most of the reasons for which a row does not count.
 */
export const wholeFloor = (time: FloorTime): readonly SampleEvent[] => [...setUp(time), ...leadsOfFloor(time), ...booksOfFloor(time)];

function setUp({ at, zone }: FloorTime): readonly SampleEvent[] {
  const early = at(100, 0);
  const open = [['08:00', '20:00']];
  const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, open]));
  const stages = [
    { id: 'discovery', name: 'Discovery', probability: 0.2 },
    { id: 'proposal', name: 'Proposal', probability: 0.5, role: 'opportunity' },
    { id: 'negotiation', name: 'Negotiation', probability: 0.8 },
  ];
  return [
    sample('site', 'site.set', 'site', early, { name: 'Floor', zone, locale: 'en-GB', currency: 'EUR' }),
    sample('hours', 'calendar.set', 'hours', early, { zone, week, holidays: [] }),
    sample('north', 'team.set', 'north', early, { name: names.north }),
    sample('south', 'team.set', 'south', early, { name: names.south, calendar: 'hours' }),
    ...Object.entries(floorReps).map(([rep, team]) =>
      sample(rep, 'rep.set', rep, early, { name: names[rep as keyof typeof floorReps], team, active: true }),
    ),
    sample('pipeline', 'pipeline.set', 'default', early, { stages }),
    sample('policy', 'policy.set', 'default', early, {
      order: 1,
      match: {},
      targets: { answer_s: 300 },
      steps: [{ id: 'due', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner'] }],
    }),
  ];
}
