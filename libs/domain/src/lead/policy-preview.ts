import type { Configuration, Items, PolicySettings } from '../configuration/configuration.js';
import { inForce, versionsOf } from '../configuration/in-force.js';
import type { PlannedPolicy } from '../configuration/plan-policies.js';
import { policySettings } from '../configuration/settings.js';
import { compareUtf8 } from '../events/order.js';
import { chooseFor, type LeadTraits, matches } from './policy-choice.js';

/** What policies that somebody is about to set would do with a lead; ids, null: the default. */
export interface PreviewedLead {
  /** which of them are meant for it, by their place */
  readonly matched: readonly number[];
  /** which judges it as things are */
  readonly judgedBy: string | null;
  /** which would, had the rules been these when it came */
  readonly wouldBeJudgedBy: string | null;
}

/**
 * Looks at leads as if the policies had held when they came, beside all others as they stand at `at`: by which of them each would have been judged, and
 * by which it is.
 */
export function policyPreview(
  planned: readonly PlannedPolicy[],
  configuration: Configuration,
  at: number,
): (lead: LeadTraits, arrivedAt: number) => PreviewedLead {
  const candidates = planned.map(({ data }) => policySettings(data).match);
  const rules = rulesWith(planned, configuration, at);
  return (lead, arrivedAt) => ({
    matched: candidates.flatMap((match, index) => (matches(match, lead) ? [index] : [])),
    judgedBy: chooseFor(lead, configuration.policies, arrivedAt)?.id ?? null,
    wouldBeJudgedBy: chooseFor(lead, rules, at)?.id ?? null,
  });
}

/** Of each policy one version, for all times. */
function rulesWith(planned: readonly PlannedPolicy[], { policies }: Configuration, at: number): Items<PolicySettings> {
  const ids = [...new Set([...Object.keys(policies), ...planned.map(({ policy }) => policy)])].sort(compareUtf8);
  return Object.fromEntries(
    ids.flatMap((id) => {
      const candidate = planned.find(({ policy }) => policy === id);
      const value = candidate === undefined ? inForce(versionsOf(policies, id), at) : policySettings(candidate.data);
      return value === null ? [] : [[id, [{ effect: 0, time: 0, source: '', id: '', value }]]];
    }),
  );
}

/** Whether the team of a lead can decide by which policy it is judged. */
export const isTeamAsked = (planned: readonly PlannedPolicy[], { policies }: Configuration): boolean =>
  planned.some(({ data }) => data.match.team !== undefined) ||
  Object.values(policies).some((versions) => versions.some(({ value }) => value.match.team !== null));
