import { type SweepScope, sweepScope } from '@leadclock/domain/configuration/touched-by.js';
import type { ConfigHistory } from '../configuration/config-history.js';

/** More changes than this, and every lead is looked at. */
const MANY = 200;

/**
 * Which leads may have facts that were made under any configuration between two offsets and differ from those under the last one.
 * Each step counts: a change that was taken back again leaves no difference between the ends, but facts were made in between.
 */
export function scopeBetween(history: ConfigHistory, from: number, to: number): SweepScope {
  const steps = history.stepsBetween(from, to);
  if (steps.length > MANY) return { kind: 'all' };
  let scope: SweepScope = { kind: 'none' };
  let before = history.at(from);
  for (const step of steps) {
    const after = history.at(step);
    scope = either(scope, sweepScope(before, after));
    before = after;
  }
  return scope;
}

function either(a: SweepScope, b: SweepScope): SweepScope {
  if (a.kind === 'none' || b.kind === 'all') return b;
  if (b.kind === 'none' || a.kind === 'all') return a;
  const since = [a.arrivedOrOpenSince, b.arrivedOrOpenSince].filter((instant) => instant !== null);
  return {
    kind: 'some',
    reps: union(a.reps, b.reps),
    teams: union(a.teams, b.teams),
    pipelines: union(a.pipelines, b.pipelines),
    arrivedOrOpenSince: since.length === 0 ? null : Math.min(...since),
    others: a.others || b.others,
  };
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
