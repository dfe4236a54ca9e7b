import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { policyProblems } from '@leadclock/domain/configuration/policy-problems.js';
import { policySettings } from '@leadclock/domain/configuration/settings.js';
import { siteOf } from '@leadclock/domain/kpi/site.js';
import { type OtherPolicies, withPolicies } from '@leadclock/domain/what-if/configuration-history.js';
import type { TimeDown } from '@leadclock/domain/what-if/time-down.js';
import { type ReplayedPeriod, WhatIf, type WhatIfReport } from '@leadclock/domain/what-if/what-if.js';
import { configurationEvents, eventsOfSubjects } from '@leadclock/read-model/queries/events.query.js';
import { eachLeadOf } from '@leadclock/read-model/queries/replayed-leads.query.js';
import { inSnapshot, type Snapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { type AskedPeriod, readPeriod } from './read-period.js';
import type { PlacedPolicy, PolicyFault } from './read-policies.js';

export interface WhatIfAsked extends AskedPeriod {
  /** that take the place of those of the same id; empty: the policies as they were */
  readonly policies: readonly PlacedPolicy[];
}

export type WhatIfAnswer =
  | { readonly ok: true; readonly period: ReplayedPeriod; readonly report: WhatIfReport }
  | { readonly ok: false; readonly faults: readonly PolicyFault[] };

/** Replays a period under other policies, reading one state of the read model lead by lead; nothing is written and nobody is told. `now`: epoch ms. */
export function runWhatIf(dataSource: DataSource, asked: WhatIfAsked, now: number): Promise<WhatIfAnswer> {
  return inSnapshot(dataSource, async (snapshot): Promise<WhatIfAnswer> => {
    const events = await configurationEvents(snapshot);
    const configuration = buildConfiguration(events);
    const others: OtherPolicies = new Map(asked.policies.map(({ policy, data }) => [policy, policySettings(data)]));
    const tried = withPolicies(configuration, others);
    const faults = asked.policies.flatMap(({ policy, data, lineAt }) =>
      policyProblems(policy, data, tried, now).map(({ path, problem }) => ({ line: lineAt(path), problem: `${path} ${problem}` })),
    );
    if (faults.length > 0) return { ok: false, faults };
    const { down, ...period } = readPeriod(asked, siteOf(configuration).zone, now);
    const floor = await eventsOfSubjects(snapshot, teamsAndReps(configuration));
    const whatIf = new WhatIf(events, others, period, [...floor.values()].flat());
    return { ok: true, period, report: await replayed(snapshot, whatIf, period, down) };
  });
}

const teamsAndReps = ({ reps }: Configuration): readonly string[] => [
  ...new Set(Object.entries(reps).flatMap(([rep, versions]) => [rep, ...versions.map(({ value }) => value.team)])),
];

async function replayed(snapshot: Snapshot, whatIf: WhatIf, period: ReplayedPeriod, down: readonly TimeDown[]): Promise<WhatIfReport> {
  await eachLeadOf(snapshot, period, (lead, events) => whatIf.add(lead, events));
  return whatIf.report(down);
}
