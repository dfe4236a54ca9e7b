import { type Answer, answerOf } from '@leadclock/domain/kpi/answer.js';
import type { Asking } from '@leadclock/domain/kpi/asking.js';
import { exclusionWords } from '@leadclock/domain/kpi/exclusion-words.js';
import { fillFormula, type PartGroup } from '@leadclock/domain/kpi/filled-formula.js';
import { isFormula } from '@leadclock/domain/kpi/kpi.js';
import { leftOut } from '@leadclock/domain/kpi/left-out.js';
import { type OpenAnswer, type OpenPart, openAnswer } from '@leadclock/domain/kpi/parts.js';
import { askGroup } from '@leadclock/domain/kpi/question-params.js';
import { type GroupAnswer, startAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { type Setting, settingOf } from '@leadclock/domain/kpi/setting.js';
import type { Excluded, FactView } from '@leadclock/domain/kpi/tally.js';
import { isLanguage, type Language, languages, type Words } from '@leadclock/domain/kpi/words.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { untilAllRead } from './alike-facts.js';
import type { Answered, Here, Params } from './answered.js';
import { type PartTally, tallyInto, tallyPart } from './part-facts.js';
import { type Question, understand } from './question.js';
import { rowsAddress } from './rows-address.js';

/** A number of rows that are left out, why, and where they are listed; `rows` null: they cannot be addressed. */
interface ExplainedExclusion {
  readonly reason: string;
  readonly words: string;
  readonly n: number;
  readonly rows: string | null;
}

interface ExplainedGroup {
  /** as the answer gives it */
  readonly group: GroupAnswer;
  /** its formula with its numbers filled in */
  readonly filled: string;
  readonly rows: string | null;
  readonly excluded: readonly ExplainedExclusion[];
}

/** A part of a formula: what was asked of it, and what it came to. */
interface ExplainedPart extends Omit<Answer, 'groups' | 'kpi' | 'version' | 'unit'> {
  readonly name: string;
  /** null: it is no KPI of its own */
  readonly kpi: string | null;
  readonly title: string;
  readonly formula: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly row_count: number;
  readonly rows: string | null;
  /** null: it is sliced finer than the question, row by row it can be seen in `rows` */
  readonly groups: readonly GroupAnswer[] | null;
}

/** `GET /v1/kpis/:kpi/explain`: how the number came to be. */
export interface Explanation extends Omit<Answer, 'groups'>, Pick<Words, 'title' | 'formula'> {
  readonly setting: Setting;
  /** all rows behind the answer, the excluded ones too; of a formula those of its parts */
  readonly row_count: number;
  readonly rows: string | null;
  readonly groups: readonly ExplainedGroup[];
  /** of a formula: its parts */
  readonly parts: readonly ExplainedPart[];
}

/** A part while it is being answered: how many rows it has, and for which reasons rows are left out of it. */
interface CountedPart {
  readonly part: OpenPart;
  rows: number;
  readonly reasons: Set<string>;
}

/** Explains an answer in one of the product's languages, in the snapshot that it is given in. */
export async function explain(dataSource: DataSource, kpi: string, params: Params, here: Here): Promise<Answered<Explanation>> {
  const { lang = 'en', ...asked } = params;
  if (typeof lang !== 'string' || !isLanguage(lang))
    return { ok: false, parameter: 'lang', problem: `nothing is explained in ${String(lang)}`, allowed: languages };
  return inSnapshot(dataSource, async (snapshot) => {
    const understood = await understand(snapshot, kpi, asked, here);
    return understood.ok ? { ok: true, body: await explained(understood.body, lang) } : understood;
  });
}

async function explained(question: Question, language: Language): Promise<Explanation> {
  const { kpi, asking, context } = question;
  const { opened, counted } = await untilAllRead(async () => {
    const begun = openAnswer(kpi, asking, context);
    return { opened: begun, counted: await countedParts(question, begun) };
  });
  const { groups: _, ...head } = answerOf(kpi, asking, []);
  const { title, formula } = kpi.words[language];
  const answers = new Map(opened.parts.filter((part) => sameSlices(part.asking, asking)).map((part) => [part.name, groupsOfPart(part)]));
  const reasons = new Set(counted.flatMap((part) => [...part.reasons]));
  return {
    ...head,
    title,
    formula,
    setting: settingOf(asking, context.configuration),
    row_count: counted.reduce((sum, { rows }) => sum + rows, 0),
    rows: rowsAddress(kpi, asking),
    groups: opened.groups(asking.asOf).map((group) => explainedGroup(question, group, sameGroup(answers, group), reasons, language)),
    parts: isFormula(kpi) ? counted.map((part) => explainedPart(question, part, answers.get(part.part.name) ?? null, language)) : [],
  };
}

/** Answers, and counts the rows of each part that are behind the number: where only the answer tells which, in another pass. */
async function countedParts(question: Question, opened: OpenAnswer): Promise<readonly CountedPart[]> {
  const counted: readonly CountedPart[] = opened.parts.map((part) => ({ part, rows: 0, reasons: new Set() }));
  for (const here of counted) {
    const { part } = here;
    const answered = tallyInto(part.running);
    const fresh = () => tallyInto(startAnswer(part.of, part.asking, question.context));
    if (part.behind !== undefined) await tallyPart(question, part, 'answer', answered, fresh);
    else await tallyPart(question, part, 'explain', counting(question, here, answered), () => counting(question, forgotten(here), fresh()));
  }
  const behind = opened.behind();
  for (const [index, here] of counted.entries()) {
    const isBehind = behind[index];
    if (here.part.behind === undefined || isBehind === undefined) continue;
    await tallyPart(question, here.part, 'behind', counting(question, here, null, isBehind), () =>
      counting(question, forgotten(here), null, isBehind),
    );
  }
  return counted;
}

const forgotten = ({ part }: CountedPart): CountedPart => ({ part, rows: 0, reasons: new Set() });

/** Counts rows, and passes them on to who answers. */
function counting(
  { context }: Question,
  here: CountedPart,
  answered: PartTally | null,
  isBehind: (fact: FactView) => boolean = () => true,
): PartTally {
  const reasonOf = leftOut(here.part.of, here.part.asking, context);
  return {
    add: (fact, times, first, end) => {
      answered?.add(fact, times, first, end);
      if (!isBehind(fact)) return;
      here.rows += times;
      const reason = reasonOf(fact);
      if (reason !== null) here.reasons.add(reason);
    },
  };
}

function explainedGroup(
  { kpi, asking }: Question,
  group: GroupAnswer,
  partGroup: PartGroup,
  reasons: ReadonlySet<string>,
  language: Language,
): ExplainedGroup {
  const own = askGroup(kpi, asking, group.key);
  return {
    group,
    filled: fillFormula(kpi, asking.params, group, partGroup, language),
    rows: rowsAddress(kpi, own),
    excluded: exclusionsOf(group.excluded, language, (reason) => rowsAddress(kpi, own, reasons.has(reason) ? { excluded: reason } : {})),
  };
}

const exclusionsOf = (excluded: Excluded, language: Language, rowsOf: (reason: string) => string | null): readonly ExplainedExclusion[] =>
  Object.entries(excluded).map(([reason, n]) => ({ reason, words: exclusionWords(reason, language), n, rows: rowsOf(reason) }));

const groupsOfPart = ({ running, asking }: OpenPart): readonly GroupAnswer[] => running.groups(asking.asOf);

/** The first group of a part that has the key of a group of the formula. */
const sameGroup =
  (answers: ReadonlyMap<string, readonly GroupAnswer[]>, { key }: GroupAnswer): PartGroup =>
  (name) =>
    answers.get(name)?.find((group) => Object.entries(key).every(([dimension, value]) => group.key[dimension] === value));

function explainedPart(
  { kpi, asking }: Question,
  { part: { name, of, asking: asked }, rows }: CountedPart,
  groups: readonly GroupAnswer[] | null,
  language: Language,
): ExplainedPart {
  const { as_of, known_at, from, to } = answerOf(of, asked, []);
  // what only formulas are made of has a title and no formula of its own
  const isKpi = of.words[language].formula !== '';
  return {
    name,
    kpi: isKpi ? of.name : null,
    title: of.words[language].title,
    formula: isKpi ? of.words[language].formula : null,
    as_of,
    ...(known_at === undefined ? {} : { known_at }),
    from,
    to,
    parameters: asked.params,
    row_count: rows,
    rows: rowsAddress(kpi, asking, { of: name }),
    groups,
  };
}

const sameSlices = (a: Asking, b: Asking): boolean => a.by.join(',') === b.by.join(',');
