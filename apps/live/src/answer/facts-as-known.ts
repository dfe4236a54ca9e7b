import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { sweepScope } from '@leadclock/domain/configuration/touched-by.js';
import type { Fact } from '@leadclock/domain/facts/fact.js';
import { factsOf } from '@leadclock/domain/facts/facts-of.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import { subjectsAfter, subjectsHeardLater, subjectsInScope } from '@leadclock/read-model/queries/affected-subjects.query.js';
import { eventsOfSubjects } from '@leadclock/read-model/queries/events.query.js';
import type { StoredSelection } from '@leadclock/read-model/queries/fact-where.js';
import { eachFact } from '@leadclock/read-model/queries/facts.query.js';
import type { World } from './world.js';

const pageSize = 1000;

/** What was known at an instant: of the subjects in `affected` the stored rows know more than that, so they are folded anew. */
export interface Knowledge {
  readonly knownAt: number;
  readonly configuration: Configuration;
  readonly affected: ReadonlySet<string> | 'all';
}

/** Finds what the read model knows beyond what was recorded by `knownAt`, as far as it speaks of `asOf` or before. */
export async function knowledgeAt(world: World, configuration: Configuration, knownAt: number, asOf: number): Promise<Knowledge> {
  const scope = sweepScope(configuration, world.configuration);
  if (scope.kind === 'all') return { knownAt, configuration, affected: 'all' };
  const affected = new Set(await subjectsHeardLater(world.snapshot, knownAt, asOf));
  if (scope.kind === 'some') for (const subject of await subjectsInScope(world.snapshot, scope)) affected.add(subject);
  return { knownAt, configuration, affected };
}

/** Hands over the facts of a selection: the stored ones, and of affected subjects what they were as known. Read each on the spot. */
export async function eachKnownFact(
  world: World,
  knowledge: Knowledge | null,
  selection: StoredSelection,
  onFact: (fact: FactView) => void,
): Promise<void> {
  if (knowledge === null) return eachFact(world.snapshot, selection, onFact);
  const { affected } = knowledge;
  if (affected !== 'all') {
    await eachFact(world.snapshot, selection, (fact) => {
      if (!affected.has(fact.subject)) onFact(fact);
    });
  }
  for await (const subjects of affectedPages(world, affected)) {
    for (const fact of await factsFoldedAnew(world, knowledge, subjects, selection)) onFact(fact);
  }
}

/** The facts of these subjects from the events that had been recorded by then. */
export async function factsFoldedAnew(
  world: World,
  { knownAt, configuration }: Knowledge,
  subjects: readonly string[],
  selection: StoredSelection,
): Promise<Fact[]> {
  const events = await eventsOfSubjects(world.snapshot, subjects);
  return [...events.values()].flatMap((all) => {
    const heard = all.filter((event) => event.recordedTime <= knownAt);
    if (heard.length === 0) return [];
    return factsOf(foldSubject(heard).state, configuration).filter(({ kind }) => selection.kinds.includes(kind));
  });
}

async function* affectedPages(world: World, affected: ReadonlySet<string> | 'all'): AsyncGenerator<readonly string[]> {
  if (affected === 'all') {
    for (let page = await subjectsAfter(world.snapshot, null, pageSize); page.length > 0; ) {
      yield page;
      page = await subjectsAfter(world.snapshot, page.at(-1) ?? null, pageSize);
    }
    return;
  }
  const subjects = [...affected];
  for (let start = 0; start < subjects.length; start += pageSize) yield subjects.slice(start, start + pageSize);
}
