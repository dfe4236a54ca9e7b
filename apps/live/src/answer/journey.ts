import { leadsCreated } from '@leadclock/domain/kpi/leads-created.kpi.js';
import { counts, factSelection, readerOf } from '@leadclock/domain/kpi/selection.js';
import { compareSlices, type SliceValues, sliceKey, sliceName } from '@leadclock/domain/kpi/slices.js';
import type { Key } from '@leadclock/domain/kpi/tally.js';
import { legsOf, type Milestones } from '@leadclock/domain/lead/journey.js';
import { type JourneySums, JourneyTally } from '@leadclock/domain/lead/journey-sums.js';
import { eachJourney, type JourneyRow } from '@leadclock/read-model/queries/journeys.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import type { Answered, Here, Params } from './answered.js';
import { understand } from './question.js';

/** `GET /v1/journey`: where the time of the leads that arrived in a window went. Times are RFC 3339. */
export interface JourneyAnswer {
  readonly as_of: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly groups: readonly (JourneySums & { readonly key: Key })[];
}

/**
 * Sums the legs of every lead that `leads-created` counts for the same question, credited as there (the first owner), so that the groups of a
 * slice add up to the whole. What a lead came to is taken as known today: `known_at` cannot be asked.
 */
export async function journey(dataSource: DataSource, params: Params, here: Here): Promise<Answered<JourneyAnswer>> {
  if (params['known_at'] !== undefined)
    return { ok: false, parameter: 'known_at', problem: 'the way of leads is told as known today', allowed: ['as_of'] };
  return inSnapshot(dataSource, async (snapshot) => {
    const understood = await understand(snapshot, leadsCreated.name, params, here);
    if (!understood.ok) return understood;
    const { asking } = understood.body;
    const isCounted = counts(leadsCreated, asking);
    const readers = asking.by.map((dimension) => readerOf(leadsCreated, dimension));
    const groups = new Map<string, { readonly values: SliceValues; readonly tally: JourneyTally }>();
    if (asking.by.length === 0) groups.set('', { values: [], tally: new JourneyTally() });
    await eachJourney(snapshot, factSelection(leadsCreated, asking), (row) => {
      const { fact } = row;
      if (fact.at === null || fact.excluded !== null || !isCounted(fact)) return;
      const values = readers.map((read) => read(fact));
      const group = groups.get(sliceName(values)) ?? { values, tally: new JourneyTally() };
      groups.set(sliceName(values), group);
      const { closedAt, assignedByRep } = row;
      group.tally.add(legsOf({ arrivedAt: fact.at, milestones: milestonesOf(row), assignedByRep, closedAt }, asking.asOf));
    });
    const sorted = [...groups.values()].toSorted((a, b) => compareSlices(a.values, b.values));
    return {
      ok: true,
      body: {
        as_of: time(asking.asOf),
        from: asking.from === null ? null : time(asking.from),
        to: asking.to === null ? null : time(asking.to),
        groups: sorted.map(({ values, tally }) => ({ key: sliceKey(asking.by, values), ...tally.sums() })),
      },
    };
  });
}

const time = (instant: number): string => new Date(instant).toISOString();

const milestonesOf = (row: JourneyRow): Milestones => ({
  received: row.milestone('received'),
  assigned: row.milestone('assigned'),
  seen: row.milestone('seen'),
  claimed: row.milestone('claimed'),
  attempted: row.milestone('attempted'),
  contacted: row.milestone('contacted'),
});
