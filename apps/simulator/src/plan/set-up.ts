import type { DataOf, EventType } from '@leadclock/domain/events/catalogue.js';
import type { Floor } from './floor.js';
import type { Planned } from './planned.js';
import { repsOf, teams } from './reps.js';

export const currency = 'EUR';
/** The pipeline's stages in order; a deal enters at the first. */
export const stages = ['discovery', 'proposal', 'negotiation'] as const;

/** The floor's configuration, which comes before all else: site, teams, reps, pipeline, and the default policy by its own name. */
export function setUp(floor: Floor, at: number, prefix: string): readonly Planned[] {
  const told: Planned[] = [];
  const tell = <T extends EventType>(type: T, subject: string, data: DataOf<T>) => {
    // a floor that is set up again says so anew: an event of the same name and another time would contradict the first
    const id = `${prefix}-${type}-${subject}-${at.toString(36)}`;
    told.push({ deliverAt: at, id, source: '/simulator', type, subject, time: at, historical: false, data });
  };
  tell('site.set', 'site', { name: 'Demo floor', zone: floor.zone, locale: 'en-GB', currency });
  for (const { id, name } of teams) tell('team.set', id, { name });
  for (const { id, name, team } of repsOf(floor.reps)) tell('rep.set', id, { name, team, active: true });
  tell('pipeline.set', 'default', {
    stages: [
      { id: stages[0], name: 'Discovery', probability: 0.2 },
      { id: stages[1], name: 'Proposal', probability: 0.45, role: 'opportunity' },
      { id: stages[2], name: 'Negotiation', probability: 0.7 },
    ],
  });
  tell('policy.set', 'default', {
    order: 1,
    match: {},
    targets: { answer_s: 300 },
    steps: [{ id: 'due', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner'] }],
  });
  return told;
}
