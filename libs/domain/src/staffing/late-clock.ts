import { addWorking, type WorkingCalendar, workingBetween, workingCalendar } from '../calendar/working-time.js';
import type { Configuration } from '../configuration/configuration.js';
import { inForce, versionsOf } from '../configuration/in-force.js';
import { defaultPolicy } from '../configuration/settings.js';
import { chooseFor, type LeadTraits } from '../lead/policy-choice.js';

/** A lead that was late, as its row of the facts says; instants in epoch milliseconds. */
export interface LateLead extends LeadTraits {
  readonly arrivedAt: number;
  readonly dueAt: number;
}

/** The clock that a late lead ran on. */
export interface LateClock {
  /** null: always open */
  readonly calendar: string | null;
  /** the first instant at which it ran */
  readonly startedAt: number;
  /** the last before the deadline */
  readonly endedAt: number;
  /** the lead came while it stood still */
  readonly stood: boolean;
}

/**
 * A row names the team that has the lead, while the clock was chosen by the one that was named first, if any was. It is the one on which exactly
 * the target has passed at the deadline; after a pause neither is, and the team's is taken.
 */
export function lateClock(configuration: Configuration, lead: LateLead): LateClock {
  const { arrivedAt, dueAt } = lead;
  const ofTeam = chosenFor(configuration, lead);
  const chosen =
    lead.team === null || fits(ofTeam, lead)
      ? ofTeam
      : [chosenFor(configuration, { ...lead, team: null })].find((other) => fits(other, lead));
  const { id, calendar } = chosen ?? ofTeam;
  const stood = workingBetween(calendar, arrivedAt, arrivedAt + 1) === 0;
  const endedAt = Math.max(arrivedAt, dueAt - 1);
  const opened = stood ? addWorking(calendar, arrivedAt, 1) : null;
  return { calendar: id, startedAt: Math.min(endedAt, opened === null ? arrivedAt : opened - 1), endedAt, stood };
}

interface Chosen {
  readonly id: string | null;
  readonly calendar: WorkingCalendar;
  readonly target: number;
}

function chosenFor(configuration: Configuration, lead: LateLead): Chosen {
  const { arrivedAt, team } = lead;
  const settings = chooseFor(lead, configuration.policies, arrivedAt)?.version.value ?? defaultPolicy;
  const ofTeam = team === null ? null : (inForce(versionsOf(configuration.teams, team), arrivedAt)?.calendar ?? null);
  const id = settings.calendar ?? ofTeam;
  const calendar = workingCalendar(configuration, id);
  return { id: calendar === null ? null : id, calendar, target: settings.answerSeconds * 1000 };
}

const fits = ({ calendar, target }: Chosen, { arrivedAt, dueAt }: LateLead): boolean =>
  workingBetween(calendar, arrivedAt, dueAt) === target;
