import { type PlacedProblem, readAskedPolicies } from '@leadclock/domain/configuration/asked-policies.js';
import type { PolicyEntry } from '@leadclock/domain/configuration/policy-entry.js';
import { Instant, instantOf } from '@leadclock/domain/events/instant.js';
import { problemOf } from '@leadclock/domain/events/problem.js';
import { z } from 'zod';
import type { AskedReplay } from './run-what-if.js';

/** Longer periods are for the command line. */
export const MOST_DAYS = 31;
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

const Beside = z.strictObject({
  from: Instant.optional(),
  to: Instant.optional(),
  down: z
    .array(z.strictObject({ from: Instant, to: Instant }))
    .max(100)
    .optional(),
  limit: z.int().min(0).max(1000).optional(),
});

/** What somebody asks over HTTP. */
export interface AskedWhatIf {
  readonly policies: readonly PolicyEntry[];
  readonly replay: AskedReplay;
  /** how many alerts are listed of each list */
  readonly limit: number;
}

type Read = { readonly ok: true; readonly asked: AskedWhatIf } | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

/** Reads `{policies: […], from?, to?, down?, limit?}`: no policies are those that were, no period the last seven days. `now`: epoch ms. */
export function readAskedWhatIf(body: unknown, now: number): Read {
  const { policies, ...beside } = z.looseObject({}).catch({}).parse(body);
  const read = Beside.safeParse(beside);
  if (!read.success) return wrong({ ...problemOf(read.error, Beside, beside, '$') });
  const isEmpty = policies === undefined || (Array.isArray(policies) && policies.length === 0);
  const entries = isEmpty ? { ok: true as const, asked: { entries: [] } } : readAskedPolicies({ policies });
  if (!entries.ok) return entries;
  const again = entries.asked.entries.findIndex(({ policy }, index, all) => all.findIndex((other) => other.policy === policy) < index);
  if (again >= 0) return wrong({ index: again, path: '$.policy', problem: 'is that of another one before it; keep one of them' });
  const to = Math.min(read.data.to === undefined ? now : instantOf(read.data.to), now);
  const from = read.data.from === undefined ? to - WEEK_MS : instantOf(read.data.from);
  if (from >= to) return wrong({ path: '$.from', problem: 'must lie before to, and before now' });
  if (to - from > MOST_DAYS * DAY_MS)
    return wrong({ path: '$.from', problem: `lies more than ${MOST_DAYS} days before to; ask for less, or use leadclock what-if` });
  const down = (read.data.down ?? []).map((time) => ({ from: instantOf(time.from), to: instantOf(time.to) }));
  const reversed = down.findIndex((time) => time.from >= time.to);
  if (reversed >= 0) return wrong({ path: `$.down[${reversed}].to`, problem: 'must lie after from' });
  return { ok: true, asked: { policies: entries.asked.entries, replay: { from, to, asOf: now, down }, limit: read.data.limit ?? 100 } };
}

const wrong = ({ index = null, ...problem }: Omit<PlacedProblem, 'index'> & { readonly index?: number | null }): Read => ({
  ok: false,
  problems: [{ ...problem, index }],
});
