import { quietUntil } from '@leadclock/domain/alerts/quiet-hours.js';
import { type StepSaid, stepSaid } from '@leadclock/domain/alerts/step-said.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import type { DueDeadline } from './deadlines.query.js';
import { policyOf } from './rounds-told.query.js';

/** A deadline that has come, with what its step says. */
export interface Rung extends StepSaid {
  readonly deadline: DueDeadline;
}

/** A deadline of the default policy needs no configuration (`null`); nor one whose policy is not known here yet: it tells the owner. */
export const rungOf = (deadline: DueDeadline, configuration: Configuration | null): Rung => ({
  deadline,
  ...stepSaid(configuration, policyOf(deadline.policy), deadline.step),
});

/** When what falls due at an instant is told: then, or once it is quiet no longer. */
export const toldAt = ({ quiet, zone }: Rung, at: number): number => quietUntil(quiet, zone, at);
