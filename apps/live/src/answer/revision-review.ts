import type { Fact, FactKind } from '@leadclock/domain/facts/fact.js';
import type { KpiContext, Part } from '@leadclock/domain/kpi/kpi.js';
import { partsOf } from '@leadclock/domain/kpi/parts.js';
import { type PartRows, type RevisionReason, shareIn } from '@leadclock/domain/kpi/revisions.js';
import { counts } from '@leadclock/domain/kpi/selection.js';
import { siteOf } from '@leadclock/domain/kpi/site.js';
import { eachFact, factsOfSubjects } from '@leadclock/read-model/queries/facts.query.js';
import { affectedPages, factsFoldedAnew, type Knowledge } from './facts-as-known.js';
import { knownRates, type Question } from './question.js';
import { wideSelection } from './wide-selection.js';

/** As many as are folded at a stretch elsewhere (`facts-as-known.ts`). */
const pageSize = 200;

/** What a subject adds to the number: as was said then, and as is said now. */
export interface SubjectRevision {
  readonly subject: string;
  readonly then: readonly PartRows<Fact>[];
  readonly now: readonly PartRows<Fact>[];
  /** what can be told without its events: `configuration` or `rates` */
  readonly reasons: readonly RevisionReason[];
}

/** Compares a question as it was answered when its window ended with the same as it is answered now, subject by subject. */
export class RevisionReview {
  private readonly thenParts: readonly Part[];
  private readonly nowParts: readonly Part[];
  private readonly kinds: readonly FactKind[];

  private constructor(
    private readonly then: Question,
    private readonly now: Question,
    private readonly knowledge: Knowledge,
    private readonly hasNewRates: boolean,
  ) {
    this.thenParts = partsOf(then.kpi, then.asking, then.context);
    this.nowParts = partsOf(now.kpi, now.asking, now.context);
    this.kinds = [...new Set([...this.thenParts, ...this.nowParts].flatMap(({ of }) => of.reads))];
  }

  static async open(then: Question, now: Question): Promise<RevisionReview> {
    if (then.knowledge === null) throw new Error('what was said then is asked as known then');
    const [before, since] = [
      await knownRates(then.world, then.knowledge, then.asking.asOf),
      await knownRates(now.world, now.knowledge, now.asking.asOf),
    ];
    return new RevisionReview(then, now, then.knowledge, now.kpi.money && ratesText(before) !== ratesText(since));
  }

  /** The subjects whose share has changed, some at a time. */
  async *changed(): AsyncGenerator<readonly SubjectRevision[]> {
    const others = await this.movedByTime();
    for await (const page of affectedPages(this.then.world, this.knowledge)) yield this.of(page);
    const subjects = [...others];
    for (let start = 0; start < subjects.length; start += pageSize) yield this.of(subjects.slice(start, start + pageSize));
  }

  /** Those of these subjects whose share has changed. */
  async of(subjects: readonly string[]): Promise<readonly SubjectRevision[]> {
    const { world, context } = this.then;
    const stored = bySubject(await factsOfSubjects(world.snapshot, subjects, this.kinds));
    const affected = subjects.filter((subject) => this.isAffected(subject));
    const selection = { kinds: this.kinds, at: null, trueAt: this.then.asking.asOf, filters: [] };
    const anew = bySubject(await factsFoldedAnew(world, this.knowledge, affected, selection));
    const today = { ...this.knowledge, configuration: world.configuration };
    const isReset = this.isReset();
    const underToday = isReset ? bySubject(await factsFoldedAnew(world, today, affected, selection)) : anew;
    return subjects.flatMap((subject) => {
      const known = this.isAffected(subject) ? anew : stored;
      const then = countedBy(this.thenParts, known.get(subject));
      const now = countedBy(this.nowParts, stored.get(subject));
      if (!isReset && !this.hasNewRates && sayTheSame(then, now)) return [];
      const said = shareIn(then, context);
      if (said === shareIn(now, this.now.context)) return [];
      const reasons: RevisionReason[] = [];
      const reset: KpiContext = { ...context, configuration: world.configuration };
      const reread = countedBy(this.thenParts, (this.isAffected(subject) ? underToday : stored).get(subject));
      if (isReset && shareIn(reread, reset) !== said) reasons.push('configuration');
      if (this.hasNewRates && shareIn(then, { ...context, rates: this.now.context.rates }) !== said) reasons.push('rates');
      return [{ subject, then, now, reasons }];
    });
  }

  /** Of the subjects of which nothing was heard that matters then: those with a row that counts in one answer and not in the other, or counts otherwise. */
  private async movedByTime(): Promise<ReadonlySet<string>> {
    const moved = new Set<string>();
    if (this.knowledge.affected === 'all') return moved;
    const isRevalued = this.hasNewRates || (this.now.kpi.money && siteText(this.then) !== siteText(this.now));
    for (const part of this.nowParts) {
      const before = this.thenParts.find(({ name }) => name === part.name);
      const wasCounted = before === undefined ? () => false : counts(before.of, before.asking);
      const isCounted = counts(part.of, part.asking);
      const selection = wideSelection(part.of, before === undefined ? [part.asking] : [part.asking, before.asking]);
      await eachFact(this.now.world.snapshot, selection, (fact) => {
        if (this.isAffected(fact.subject)) return;
        const [was, is] = [wasCounted(fact), isCounted(fact)];
        const isOther = was !== is || (was && isRevalued && before !== undefined && this.isValuedAnew(before, part, fact));
        if (isOther) moved.add(fact.subject);
      });
    }
    return moved;
  }

  private isValuedAnew(before: Part, part: Part, fact: PartRows['rows'][number]): boolean {
    return shareIn([{ part: before, rows: [fact] }], this.then.context) !== shareIn([{ part, rows: [fact] }], this.now.context);
  }

  private isAffected(subject: string): boolean {
    const { affected } = this.knowledge;
    return affected === 'all' || affected.has(subject);
  }

  private isReset(): boolean {
    return JSON.stringify(this.knowledge.configuration) !== JSON.stringify(this.now.world.configuration);
  }
}

const ratesText = (rates: Awaited<ReturnType<typeof knownRates>>): string =>
  JSON.stringify(rates.map(({ subject, currency, at, item }) => JSON.stringify([subject, currency, at, item])).toSorted());

const siteText = ({ context }: Question): string => JSON.stringify(siteOf(context.configuration));

function bySubject(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const known = groups.get(fact.subject);
    if (known === undefined) groups.set(fact.subject, [fact]);
    else known.push(fact);
  }
  return groups;
}

/** Whether the rows say the same, however long they go on saying it: then what they add is the same without counting. */
const sayTheSame = (then: readonly PartRows<Fact>[], now: readonly PartRows<Fact>[]): boolean => textOf(then) === textOf(now);

const textOf = (parts: readonly PartRows<Fact>[]): string =>
  JSON.stringify(
    parts.map(({ part, rows }) => [
      part.name,
      rows.map(({ n: _n, from: _from, until: _until, ...says }) => JSON.stringify(says)).toSorted(),
    ]),
  );

const countedBy = (parts: readonly Part[], facts: readonly Fact[] = []): readonly PartRows<Fact>[] =>
  parts.map((part) => ({ part, rows: facts.filter(counts(part.of, part.asking)) }));
