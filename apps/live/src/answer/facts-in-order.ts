import type { Fact } from '@leadclock/domain/facts/fact.js';
import { watchColumns } from '@leadclock/domain/kpi/columns-read.js';
import type { Part } from '@leadclock/domain/kpi/kpi.js';
import { leftOut } from '@leadclock/domain/kpi/left-out.js';
import { openAnswer, partsOf } from '@leadclock/domain/kpi/parts.js';
import { belongs, counts, factSelection } from '@leadclock/domain/kpi/selection.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import { someFacts } from '@leadclock/read-model/queries/alike-facts.query.js';
import { type FactPlace, type FactsWanted, factsInKeyOrder } from '@leadclock/read-model/queries/facts.query.js';
import { affectedInOrder } from './affected-in-order.js';
import { factsFoldedAnew } from './facts-as-known.js';
import { eachFactOfPart } from './part-facts.js';
import type { Question } from './question.js';
import type { RowsFrom, RowsWanted } from './rows-wanted.js';

/** A row behind a question, with the part of the answer that counts it (its number among the parts). */
export interface PartFact {
  readonly part: Part;
  readonly index: number;
  readonly fact: Fact;
  /** why the part leaves it out; null: it counts */
  readonly excluded: string | null;
}

/** Where the rows of a question go on: after this fact of the part of this number. */
export interface PartPlace extends FactPlace {
  readonly part: number;
}

/** The facts behind a question that are wanted, part after part, each in the order of (subject by its bytes, kind, n), from after a place on. */
export async function* factsInOrder(question: Question, { of, reasons }: RowsWanted, { after, first }: RowsFrom): AsyncGenerator<PartFact> {
  const parts = partsOf(question.kpi, question.asking, question.context);
  const behind = await factsBehind(question, parts);
  for (const [index, part] of parts.entries()) {
    if ((after !== null && index < after.part) || (of !== null && part.name !== of)) continue;
    const reasonOf = leftOut(part.of, part.asking, question.context);
    const isWanted = (fact: FactView): boolean => reasons === null || reasons.has(reasonOf(fact));
    for await (const fact of factsOfPart(question, part, isWanted, { after: after?.part === index ? after : null, first }))
      if (behind[index]?.(fact) !== false) yield { part, index, fact, excluded: reasonOf(fact) };
  }
}

/** Which facts of each part are behind the number: where only the answer tells, it is made first. */
async function factsBehind(question: Question, parts: readonly Part[]): Promise<readonly ((fact: FactView) => boolean)[]> {
  if (parts.every(({ behind }) => behind === undefined)) return [];
  const opened = openAnswer(question.kpi, question.asking, question.context);
  for (const part of opened.parts) await eachFactOfPart(question, part, (fact) => part.running.add(fact));
  return opened.behind();
}

type IsWanted = (fact: FactView) => boolean;

async function* factsOfPart(question: Question, part: Part, isWanted: IsWanted, from: FactsWanted): AsyncGenerator<Fact> {
  const isCounted = counts(part.of, part.asking);
  const facts = question.knowledge === null ? storedFacts(question, part, isWanted, from) : knownFacts(question, part, isWanted, from);
  for await (const fact of facts) if (isCounted(fact) && isWanted(fact)) yield fact;
}

/** The database leaves out what is seen not to be wanted by its words alone, in some facts of each kind: of many rows few may be. */
async function* storedFacts({ world }: Question, { of, asking }: Part, isWanted: IsWanted, from: FactsWanted): AsyncGenerator<Fact> {
  const selection = factSelection(of, asking);
  const isInQuestion = belongs(of, asking);
  const reader = { takes: (fact: FactView) => isInQuestion(fact) && isWanted(fact), add: () => undefined };
  const { refusals } = watchColumns(reader, await someFacts(world.snapshot, { ...selection, at: null, filters: [] }));
  for await (const page of factsInKeyOrder(world.snapshot, selection, refusals, from)) yield* page;
}

/** As known at an instant: subject after subject, the affected ones folded anew. Slower, and in the same order. */
async function* knownFacts(question: Question, part: Part, isWanted: IsWanted, from: FactsWanted): AsyncGenerator<Fact> {
  const { world, knowledge } = question;
  const { after } = from;
  if (knowledge === null) return;
  const { affected } = knowledge;
  const selection = factSelection(part.of, part.asking);
  const isAffected = (subject: string) => affected === 'all' || affected.has(subject);
  const stored = affected === 'all' ? none() : storedFacts(question, part, isWanted, from);
  let next = await stored.next();
  for await (const subject of affectedInOrder(world, knowledge, after?.subject ?? null)) {
    for (; !next.done && compareBytes(next.value.subject, subject) < 0; next = await stored.next())
      if (!isAffected(next.value.subject)) yield next.value;
    const anew = await factsFoldedAnew(world, knowledge, [subject], selection);
    yield* anew.toSorted(comparePlaces).filter((fact) => after === null || comparePlaces(fact, after) > 0);
  }
  for (; !next.done; next = await stored.next()) if (!isAffected(next.value.subject)) yield next.value;
}

async function* none(): AsyncGenerator<Fact> {}

const compareBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const comparePlaces = (a: FactPlace, b: FactPlace): number =>
  compareBytes(a.subject, b.subject) || compareBytes(a.kind, b.kind) || a.n - b.n;
