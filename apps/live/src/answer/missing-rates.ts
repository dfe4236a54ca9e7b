import { toWall } from '@leadclock/domain/calendar/zone.js';
import { siteOf } from '@leadclock/domain/kpi/site.js';
import { ratesAt } from '@leadclock/domain/money/rates.js';
import { eachForeignAmount } from '@leadclock/read-model/queries/amounts.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import type { Here } from './answered.js';
import { knownRates } from './question.js';
import { readWorld } from './world.js';

const dayLength = 86_400_000;

/** Amounts of a currency that stand apart since there is no rate for their days (yyyy-mm-dd, in the site's zone). */
export interface MissingRate {
  readonly currency: string;
  readonly amounts: number;
  readonly from: string;
  readonly to: string;
}

/** `GET /v1/rates/missing`. `into` null: no site is set, so nothing is converted. */
export interface MissingRates {
  readonly as_of: string;
  readonly into: string | null;
  readonly missing: readonly MissingRate[];
}

/** The amounts that sums of money cannot hold, by currency: what `no_rate` counts in all KPIs together. */
export async function missingRates(dataSource: DataSource, { now }: Here): Promise<MissingRates> {
  return inSnapshot(dataSource, async (snapshot) => {
    const world = await readWorld(snapshot);
    const { currency: into, zone } = siteOf(world.configuration);
    const as_of = new Date(now).toISOString();
    if (into === null) return { as_of, into, missing: [] };
    const rates = ratesAt(await knownRates(world, null, now), now);
    const apart = new Map<string, { amounts: number; first: number; last: number }>();
    await eachForeignAmount(snapshot, into, now, ({ currency, at, amounts }) => {
      const day = Math.floor(toWall(zone, at ?? now) / dayLength);
      if (rates.rateOn(currency, into, day) !== null) return;
      const there = apart.get(currency) ?? { amounts: 0, first: day, last: day };
      apart.set(currency, {
        amounts: there.amounts + amounts,
        first: Math.min(there.first, day),
        last: Math.max(there.last, day),
      });
    });
    const missing = [...apart].map(([currency, { amounts, first, last }]) => ({ currency, amounts, from: date(first), to: date(last) }));
    return { as_of, into, missing: missing.toSorted((a, b) => (a.currency < b.currency ? -1 : 1)) };
  });
}

const date = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10);
