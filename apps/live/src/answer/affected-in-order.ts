import { compareUtf8 } from '@leadclock/domain/events/order.js';
import { subjectsAfter } from '@leadclock/read-model/queries/affected-subjects.query.js';
import type { Knowledge } from './facts-as-known.js';
import type { World } from './world.js';

const pageSize = 500;

/** The subjects that are to be folded anew, in the order of their bytes, from `first` on (itself among them). */
export async function* affectedInOrder(world: World, { affected, merges }: Knowledge, first: string | null): AsyncGenerator<string> {
  const isFrom = (subject: string): boolean => first === null || compareUtf8(subject, first) >= 0;
  if (affected !== 'all') {
    yield* [...affected].filter(isFrom).toSorted(compareUtf8);
    return;
  }
  // a lead that others were merged into need not have an event, nor a row now
  const merged = merges.leads.filter(isFrom).toSorted(compareUtf8);
  let next = 0;
  for await (const subject of storedFrom(world, first)) {
    for (let lead = merged[next]; lead !== undefined && compareUtf8(lead, subject) <= 0; lead = merged[++next])
      if (lead !== subject) yield lead;
    yield subject;
  }
  yield* merged.slice(next);
}

async function* storedFrom({ snapshot }: World, first: string | null): AsyncGenerator<string> {
  if (first !== null) yield first;
  for (let page = await subjectsAfter(snapshot, first, pageSize); page.length > 0; ) {
    yield* page;
    page = await subjectsAfter(snapshot, page.at(-1) ?? null, pageSize);
  }
}
