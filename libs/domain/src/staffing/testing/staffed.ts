import { statusesSaid } from '../../alerts/rota-said.js';
import { buildConfiguration } from '../../configuration/build-configuration.js';
import type { Configuration } from '../../configuration/configuration.js';
import { at } from '../../testing/clock-time.js';
import { type Story, subject } from '../../testing/story.js';
import type { LateLead } from '../late-clock.js';
import { presenceOf } from '../rep-presence.js';
import { TeamCover } from '../team-cover.js';

const before = '2026-10-01T08:00:00Z';
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A calendar of the same hours on all seven days, in UTC. */
export const open = (calendar: string, ...hours: readonly (readonly [string, string])[]): Story =>
  subject(calendar).tell('calendar.set', before, {
    zone: 'UTC',
    week: Object.fromEntries(days.map((day) => [day, hours.map(([from, to]) => [from, to])])),
    holidays: [],
  });

export const team = (name: string, calendar?: string): Story =>
  subject(name).tell('team.set', before, { name, ...(calendar !== undefined && { calendar }) });

export const rep = (name: string, of: string, more: { calendar?: string; days_off?: string[]; active?: boolean } = {}): Story =>
  subject(name).tell('rep.set', before, { name, team: of, active: true, ...more });

/** What stories of configuration, and of what reps said, come to, from Monday on for two weeks. */
export function staffed(stories: readonly Story[]): { readonly configuration: Configuration; readonly cover: TeamCover } {
  const configuration = buildConfiguration(stories.flatMap(({ events }) => events));
  const period = { from: at('mon 00:00'), to: at('mon+2 00:00') };
  const presences = Object.keys(configuration.reps).map((name) => {
    const told = stories.filter(({ subject: about }) => about === name).flatMap(({ events }) => events);
    return presenceOf(configuration, name, statusesSaid(told), period);
  });
  return { configuration, cover: new TeamCover(presences) };
}

/** A lead of a team that was late; left out: of team north, with a target of five minutes around the clock. */
export const late = (arrived: string, due: string, more: Partial<LateLead> = {}): LateLead => ({
  arrivedAt: at(arrived),
  dueAt: at(due),
  team: 'north',
  origin: null,
  channel: null,
  segment: null,
  ...more,
});
