import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { sweepScope } from '@leadclock/domain/configuration/touched-by.js';
import type { Fact } from '@leadclock/domain/facts/fact.js';
import { factsOf } from '@leadclock/domain/facts/facts-of.js';
import { stretchOf } from '@leadclock/domain/kpi/places.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import type { Merges } from '@leadclock/domain/merges/resolve-merges.js';
import { subjectsHeardLater, subjectsInScope } from '@leadclock/read-model/queries/affected-subjects.query.js';
import { eventsOfSubjects } from '@leadclock/read-model/queries/events.query.js';
import type { StoredSelection } from '@leadclock/read-model/queries/fact-where.js';
import { selects } from '@leadclock/read-model/queries/fact-where.js';
import { eachFact } from '@leadclock/read-model/queries/facts.query.js';
import { affectedInOrder } from './affected-in-order.js';
import { type PartReader, tallyStored } from './alike-facts.js';
import { knownMerges } from './known-merges.js';
import type { World } from './world.js';

/** Subjects whose events are decoded and folded at a stretch: more, and the screens of the same process would wait for it. */
const pageSize = 200;

/** More subjects than this are better looked up here, row by row, than written into a question. */
const mostLeftOut = 10_000;
const none: ReadonlySet<string> = new Set();

/** What was known at an instant: of the subjects in `affected` the stored rows know more than that, so they are folded anew. */
export interface Knowledge {
  readonly knownAt: number;
  readonly configuration: Configuration;
  readonly affected: ReadonlySet<string> | 'all';
  /** who belonged to whom, as far as was recorded by then */
  readonly merges: Merges;
}

/** Finds what the read model knows beyond what was recorded by `knownAt`, as far as it speaks of `asOf` or before. */
export async function knowledgeAt(world: World, configuration: Configuration, knownAt: number, asOf: number): Promise<Knowledge> {
  const scope = sweepScope(configuration, world.configuration);
  const { then: merges, moved, tiedTo } = await knownMerges(world.snapshot, knownAt);
  if (scope.kind === 'all') return { knownAt, configuration, affected: 'all', merges };
  const affected = new Set(await subjectsHeardLater(world.snapshot, knownAt, asOf));
  if (scope.kind === 'some') for (const subject of await subjectsInScope(world.snapshot, scope)) affected.add(subject);
  for (const lead of moved) affected.add(lead);
  // what is stored of a merged lead knows of all that belong to it
  for (const subject of affected) for (const lead of tiedTo(subject)) affected.add(lead);
  return { knownAt, configuration, affected, merges };
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
  for await (const subjects of affectedPages(world, knowledge)) {
    for (const fact of await factsFoldedAnew(world, knowledge, subjects, selection)) onFact(fact);
  }
}

/** As eachKnownFact for a reader, of which equal facts are handed over once with how many they are. Within `untilAllRead`. */
export async function tallyKnownFacts(
  world: World,
  knowledge: Knowledge | null,
  selection: StoredSelection,
  reader: PartReader,
): Promise<void> {
  const affected = knowledge?.affected ?? none;
  const isSelected = selects(selection);
  const { places } = reader;
  const take = (fact: FactView): void => {
    if (!isSelected(fact) || !reader.takes(fact)) return;
    const [first, end] = places === undefined ? [0, 1] : stretchOf(places, fact);
    reader.add(fact, 1, first, end);
  };
  if (affected !== 'all' && affected.size <= mostLeftOut) await tallyStored(world.snapshot, selection, [...affected], reader);
  else if (affected !== 'all') await eachFact(world.snapshot, selection, (fact) => void (affected.has(fact.subject) || take(fact)));
  if (knowledge === null) return;
  for await (const subjects of affectedPages(world, knowledge)) {
    for (const fact of await factsFoldedAnew(world, knowledge, subjects, selection)) take(fact);
  }
}

/** The facts of these subjects from the events that had been recorded by then, merges among them: a lead that had gone into another has none. */
export async function factsFoldedAnew(
  world: World,
  { knownAt, configuration, merges }: Knowledge,
  subjects: readonly string[],
  selection: StoredSelection,
): Promise<Fact[]> {
  const roots = subjects.filter((subject) => merges.rootOf(subject) === subject);
  const events = await eventsOfSubjects(
    world.snapshot,
    roots.flatMap((root) => merges.membersOf(root)),
  );
  return roots.flatMap((root) => {
    const all = merges.membersOf(root).flatMap((member) => events.get(member) ?? []);
    const heard = all.filter((event) => event.recordedTime <= knownAt);
    if (heard.length === 0) return [];
    return factsOf(foldLead(root, heard), configuration).filter(({ kind }) => selection.kinds.includes(kind));
  });
}

/** The subjects that are to be folded anew, some at a time. */
export async function* affectedPages(world: World, knowledge: Knowledge): AsyncGenerator<readonly string[]> {
  let page: string[] = [];
  for await (const subject of affectedInOrder(world, knowledge, null)) {
    page.push(subject);
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
