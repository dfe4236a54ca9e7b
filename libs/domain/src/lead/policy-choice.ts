import type { Items, PolicyMatch, PolicySettings, Version } from '../configuration/configuration.js';
import { versionInForce } from '../configuration/in-force.js';

/** What a policy is chosen by: the first of each that is known of a lead; null: nothing yet. */
export type LeadTraits = Readonly<Record<keyof PolicyMatch, string | null>>;

/** Whether a policy is meant for such a lead. */
export function matches(match: PolicyMatch, lead: LeadTraits): boolean {
  const fits = (allowed: readonly string[] | null, value: string | null): boolean =>
    allowed === null || (value !== null && allowed.includes(value));
  return (
    fits(match.origin, lead.origin) && fits(match.channel, lead.channel) && fits(match.segment, lead.segment) && fits(match.team, lead.team)
  );
}

/** Of the policies in force at an instant, those taken away left out, the first by `order` (then id) that matches; null: none, so that the default judges. */
export function chooseFor(
  lead: LeadTraits,
  policies: Items<PolicySettings>,
  at: number,
): { readonly id: string; readonly version: Version<PolicySettings> } | null {
  let chosen: { readonly id: string; readonly version: Version<PolicySettings> } | null = null;
  for (const [id, versions] of Object.entries(policies)) {
    const version = versionInForce(versions, at);
    if (version === null || version.value.removed || !matches(version.value.match, lead)) continue;
    if (chosen === null || version.value.order < chosen.version.value.order) chosen = { id, version };
  }
  return chosen;
}
