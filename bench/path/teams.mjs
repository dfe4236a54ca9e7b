import { built } from '../measure/built.mjs';
import { eventOf } from './door.mjs';

/** The floor that is busy while the probes are measured. */
export const REPS = 40;
export const repName = (n) => `rep-${n % REPS}`;
const NAMES = { north: 'North', south: 'South', east: 'East', west: 'West' };
export const teams = Object.keys(NAMES);
export const teamOf = (n) => teams[n % teams.length];

/** To this rep, of this team, no lead comes but the probes. */
export const PROBED_REP = 'probed';
export const PROBED_TEAM = 'probes';

// a run does not meet midnight
const { zoneOfNoon } = await built('apps/leadclock/src/testing/zone-of-noon.js');

const set = (type, subject, data) => eventOf(`${type}-${subject}`, type, subject, data);

/** The events that set the floor up. */
export const setting = () => [
  set('site.set', 'site', { name: 'Floor', zone: zoneOfNoon(), locale: 'en-GB', currency: 'EUR' }),
  ...Object.entries({ ...NAMES, [PROBED_TEAM]: 'Probes' }).map(([team, name]) => set('team.set', team, { name })),
  ...Array.from({ length: REPS }, (_, n) => set('rep.set', repName(n), { name: `Person ${n}`, team: teamOf(n), active: true })),
  set('rep.set', PROBED_REP, { name: 'Probed', team: PROBED_TEAM, active: true }),
];
