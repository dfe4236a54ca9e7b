import { setImmediate } from 'node:timers/promises';
import type { PlacedProblem } from '@leadclock/domain/configuration/asked-policies.js';
import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import type { PolicyEntry } from '@leadclock/domain/configuration/policy-entry.js';
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

/** A period to be replayed, with the times in which the product is known to have been away. */
export interface AskedReplay extends ReplayedPeriod {
  readonly down: readonly TimeDown[];
}

export interface WhatIfAsked {
  /** that take the place of those of the same id; empty: the policies as they were */
  readonly policies: readonly PolicyEntry[];
  /** `zone`: the site's */
  readonly period: (zone: string) => AskedReplay;
  /** asked again and again; throws what ends the replay */
  readonly goOn?: () => void;
  /** of each question to the database, milliseconds; left out: none */
  readonly questionMs?: number;
}

export type WhatIfAnswer =
  | { readonly ok: true; readonly period: ReplayedPeriod; readonly report: WhatIfReport }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

/** Leads that are replayed at a stretch: whoever else waits for this process has his turn in between. */
const atAStretch = 20;

/** Replays a period under other policies, reading one state of the read model lead by lead; nothing is written and nobody is told. `now`: epoch ms. */
export function runWhatIf(dataSource: DataSource, asked: WhatIfAsked, now: number): Promise<WhatIfAnswer> {
  return inSnapshot(dataSource, async (snapshot): Promise<WhatIfAnswer> => {
    if (asked.questionMs !== undefined) await snapshot.em.query(`set local statement_timeout = ${Math.trunc(asked.questionMs)}`);
    const events = await configurationEvents(snapshot);
    const configuration = buildConfiguration(events);
    const others: OtherPolicies = new Map(asked.policies.map(({ policy, data }) => [policy, policySettings(data)]));
    const tried = withPolicies(configuration, others);
    const problems = asked.policies.flatMap(({ policy, data }, index) =>
      policyProblems(policy, data, tried, now).map((problem) => ({ ...problem, index })),
    );
    if (problems.length > 0) return { ok: false, problems };
    const { down, ...period } = asked.period(siteOf(configuration).zone);
    const floor = await eventsOfSubjects(snapshot, teamsAndReps(configuration));
    const whatIf = new WhatIf(events, others, period, [...floor.values()].flat());
    await replayAll(snapshot, whatIf, period, asked.goOn ?? (() => undefined));
    return { ok: true, period, report: whatIf.report(down) };
  });
}

const teamsAndReps = ({ reps }: Configuration): readonly string[] => [
  ...new Set(Object.entries(reps).flatMap(([rep, versions]) => [rep, ...versions.map(({ value }) => value.team)])),
];

async function replayAll(snapshot: Snapshot, whatIf: WhatIf, period: ReplayedPeriod, goOn: () => void): Promise<void> {
  let leads = 0;
  await eachLeadOf(snapshot, period, async (lead, events) => {
    whatIf.add(lead, events);
    if (++leads % atAStretch > 0) return;
    await setImmediate();
    goOn();
  });
}
