import type { Fact } from '@leadclock/domain/facts/fact.js';
import { type Asking, parseAsking } from '@leadclock/domain/kpi/asking.js';
import { kpiNamed, kpis } from '@leadclock/domain/kpi/catalogue.js';
import type { Kpi, KpiContext } from '@leadclock/domain/kpi/kpi.js';
import { needsRates } from '@leadclock/domain/kpi/parts.js';
import { noRates, type RateFact, ratesAt } from '@leadclock/domain/money/rates.js';
import type { Snapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { Answered, Here, Params } from './answered.js';
import { affectedPages, eachKnownFact, type Knowledge, knowledgeAt } from './facts-as-known.js';
import { configurationKnownAt, readWorld, type World } from './world.js';

/** A question of a KPI, understood, with all that an answer needs beside the facts. */
export interface Question {
  readonly kpi: Kpi;
  readonly asking: Asking;
  readonly world: World;
  readonly context: KpiContext;
  /** null: all that is known today */
  readonly knowledge: Knowledge | null;
}

/** Reads a question against the catalogue and the configuration of the snapshot. */
export async function understand(snapshot: Snapshot, name: string, params: Params, here: Here): Promise<Answered<Question>> {
  const kpi = kpiNamed(name);
  if (kpi === null) return { ok: false, parameter: 'kpi', problem: `there is no KPI ${name}`, allowed: kpis.map((known) => known.name) };
  const world = await readWorld(snapshot);
  const today = parseAsking(kpi, params, { configuration: world.configuration, now: here.now });
  if (!today.ok) return today;
  const { knownAt } = today.asking;
  if (knownAt === null) return { ok: true, body: await complete(kpi, today.asking, world, null) };
  const configuration = configurationKnownAt(world, knownAt);
  const then = parseAsking(kpi, params, { configuration, now: here.now });
  if (!then.ok) return then;
  const knowledge = await knowledgeAt(world, configuration, knownAt, then.asking.asOf);
  return { ok: true, body: await complete(kpi, then.asking, world, knowledge) };
}

/** The same question at another instant or of another window: the rates are those of that instant, what is known stays. */
export const askedAs = ({ kpi, world, knowledge }: Question, asking: Asking): Promise<Question> => complete(kpi, asking, world, knowledge);

/** The question as a flow would have it: a stock has the window that was named with it. */
export function windowedAsking({ kpi, asking, context }: Question, params: Params, here: Here): Asking {
  const windowed = parseAsking({ ...kpi, shape: () => 'flow' }, params, { configuration: context.configuration, now: here.now });
  return windowed.ok ? windowed.asking : asking;
}

async function complete(kpi: Kpi, asking: Asking, world: World, knowledge: Knowledge | null): Promise<Question> {
  const configuration = knowledge?.configuration ?? world.configuration;
  const rates = needsRates(kpi, asking, { configuration })
    ? ratesAt(await knownRates(world, knowledge, asking.asOf), asking.asOf)
    : noRates;
  return { kpi, asking, world, knowledge, context: { configuration, rates } };
}

/** The exchange rates that are known of an instant, or of any from `since` to it. */
export async function knownRates(
  world: World,
  knowledge: Knowledge | null,
  asOf: number,
  since: number = asOf,
): Promise<readonly RateFact[]> {
  const rates: RateFact[] = [];
  const selection = { kinds: ['rate'], at: null, trueAt: asOf, trueFrom: since, filters: [] } as const;
  const known = knowledge === null ? null : { ...knowledge, affected: await currenciesAmong(world, knowledge) };
  await eachKnownFact(world, known, selection, ({ kind, subject, currency, at, from, until, item }) => {
    rates.push({ kind, subject, currency, at, from, until, item } satisfies Partial<Fact>);
  });
  return rates;
}

/** Of the subjects that are to be folded anew those that can have a rate: it is told of a currency's code. */
async function currenciesAmong(world: World, knowledge: Knowledge): Promise<ReadonlySet<string>> {
  const currencies = new Set<string>();
  for await (const page of affectedPages(world, knowledge))
    for (const subject of page) if (/^[A-Z]{3}$/.test(subject)) currencies.add(subject);
  return currencies;
}
