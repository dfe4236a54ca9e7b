import { type LadderAction, readAction } from '@leadclock/domain/alerts/ladder-words.js';
import type { Repeat } from '@leadclock/domain/alerts/next-round.js';
import { quietUntil } from '@leadclock/domain/alerts/quiet-hours.js';
import { repeatOf, stepOf } from '@leadclock/domain/alerts/step-of.js';
import type { Configuration, QuietHours } from '@leadclock/domain/configuration/configuration.js';
import { latest } from '@leadclock/domain/configuration/in-force.js';
import type { DueDeadline } from '@leadclock/read-model/queries/deadlines.query.js';
import { policyOf } from './alert-name.js';

/** A deadline that has come, with what its step says. */
export interface Rung {
  readonly deadline: DueDeadline;
  /** its policy's id; null: the default */
  readonly policyId: string | null;
  /** words of whom it tells */
  readonly notify: readonly string[];
  readonly action: LadderAction | null;
  readonly repeat: Repeat | null;
  readonly quiet: QuietHours | null;
  readonly zone: string;
}

const usual = { policyId: null, notify: ['owner'], action: null, repeat: null, quiet: null, zone: 'UTC' } as const;

/** A deadline of the default policy needs no configuration (`null`); nor one whose policy is not known here yet: it tells the owner. */
export function rungOf(deadline: DueDeadline, configuration: Configuration | null): Rung {
  const found = configuration === null ? null : stepOf(configuration, policyOf(deadline.policy), deadline.step);
  if (configuration === null || found === null) return { deadline, ...usual };
  const { policyId, policy, step } = found;
  const action = step.action === null ? null : readAction(step.action);
  return {
    deadline,
    policyId,
    notify: step.notify.length === 0 && action === null ? usual.notify : step.notify,
    action,
    repeat: repeatOf(step),
    quiet: policy.quiet,
    zone: latest(configuration.site)?.zone ?? usual.zone,
  };
}

/** When what falls due at an instant is told: then, or once it is quiet no longer. */
export const toldAt = ({ quiet, zone }: Rung, at: number): number => quietUntil(quiet, zone, at);
