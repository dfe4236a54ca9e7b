import type { Configuration, QuietHours } from '../configuration/configuration.js';
import { latest } from '../configuration/in-force.js';
import { CALL_BACK } from '../lead/call-back.js';
import type { PolicyName } from './identity.js';
import { type LadderAction, readAction } from './ladder-words.js';
import type { Repeat } from './next-round.js';
import { repeatOf, stepOf } from './step-of.js';

/** What a step of a ladder says about how it is told. */
export interface StepSaid {
  /** its policy's id; null: the default */
  readonly policyId: string | null;
  /** words of whom it tells */
  readonly notify: readonly string[];
  readonly action: LadderAction | null;
  readonly repeat: Repeat | null;
  readonly quiet: QuietHours | null;
  /** in which it is quiet */
  readonly zone: string;
}

const usual: StepSaid = { policyId: null, notify: ['owner'], action: null, repeat: null, quiet: null, zone: 'UTC' };

/** A promised call is told to who promised it, whatever the hour: it was promised for it. */
const calls: StepSaid = { ...usual, notify: ['caller'] };

/** What the step of a deadline says; of one that the configuration does not know (`null`: of any), that it tells the owner once. */
export function stepSaid(configuration: Configuration | null, policy: PolicyName, id: string): StepSaid {
  if (policy === 'default' && id === CALL_BACK) return calls;
  const found = configuration === null ? null : stepOf(configuration, policy, id);
  if (configuration === null || found === null) return usual;
  const { policyId, policy: settings, step } = found;
  const action = step.action === null ? null : readAction(step.action);
  return {
    policyId,
    notify: step.notify.length === 0 && action === null ? usual.notify : step.notify,
    action,
    repeat: repeatOf(step),
    quiet: settings.quiet,
    zone: latest(configuration.site)?.zone ?? usual.zone,
  };
}
