import type { Configuration, PolicySettings, PolicyStep } from '../configuration/configuration.js';
import { defaultPolicy, stepsOf } from '../configuration/settings.js';
import { nameText, type PolicyName } from './identity.js';
import type { Repeat } from './next-round.js';

/** A step of a ladder, and the policy that it stands in. */
export interface LadderStep {
  /** null: the default */
  readonly policyId: string | null;
  readonly policy: PolicySettings;
  readonly step: PolicyStep;
}

type Policies = ReadonlyMap<string, { readonly id: string | null; readonly settings: PolicySettings }>;
const known = new WeakMap<Configuration, Policies>();

/** The step that a deadline comes from; null: the configuration does not know its policy (any more), or that has no such step. */
export function stepOf(configuration: Configuration, policy: PolicyName, id: string): LadderStep | null {
  let policies = known.get(configuration);
  if (policies === undefined) known.set(configuration, (policies = policiesByEvent(configuration)));
  const found = policies.get(nameText(policy));
  const step = found === undefined ? undefined : stepsOf(found.settings).find((one) => one.id === id);
  return found === undefined || step === undefined ? null : { policyId: found.id, policy: found.settings, step };
}

function policiesByEvent({ policies }: Configuration): Policies {
  const byEvent = new Map<string, { readonly id: string | null; readonly settings: PolicySettings }>();
  byEvent.set(nameText('default'), { id: null, settings: defaultPolicy });
  for (const [id, versions] of Object.entries(policies))
    for (const { source, id: event, value: settings } of versions) byEvent.set(nameText({ source, id: event }), { id, settings });
  return byEvent;
}

/** The steps that tell again while their reason stands, each with its policy as `nameText` writes it. */
export function repeatingSteps({ policies }: Configuration): readonly { readonly policy: string; readonly step: string }[] {
  return Object.values(policies).flatMap((versions) =>
    versions.flatMap(({ source, id, value }) =>
      value.steps.filter((step) => repeatOf(step) !== null).map((step) => ({ policy: nameText({ source, id }), step: step.id })),
    ),
  );
}

/** How a step repeats; null: it tells once. One that names no end tells once more. */
export const repeatOf = ({ repeatSeconds, repeatMax }: PolicyStep): Repeat | null =>
  repeatSeconds === null ? null : { everyMs: repeatSeconds * 1000, most: repeatMax ?? 1 };
