import { performance } from 'node:perf_hooks';
import { built } from '../measure/built.mjs';
import { percentile } from '../measure/percentile.mjs';
import { factOf, floorFact, kinds } from './floor-facts.mjs';
import { questionsOf } from './questions.mjs';

const { RunningWindows } = await built('apps/live/src/engine/running-windows.js');
const { parseAsking } = await built('libs/domain/src/kpi/asking.js');
const { buildConfiguration } = await built('libs/domain/src/configuration/build-configuration.js');
const { noRates } = await built('libs/domain/src/money/rates.js');

const ROUNDS = 20 * kinds.length;

/** What one more fact costs the figures when so many are held: taken in, and every figure told anew. Milliseconds, the median. */
export function costAt(facts, reps) {
  const now = Date.now();
  const configuration = buildConfiguration([]);
  const asked = questionsOf().map(({ name, kpi, params }) => ({
    name,
    kpi,
    asking: parseAsking(kpi, params, { configuration, now }).asking,
  }));
  const windows = new RunningWindows(asked, { configuration, rates: noRates }, now);
  fill(windows, facts, (i) => floorFact(i, now, reps));
  const tell = () => {
    for (const { name } of asked) windows.groups(name);
  };
  tell();
  const took = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const fact = factOf(kinds[round % kinds.length], 1e9 + round, now - 4_000_000, reps);
    const began = performance.now();
    windows.replace(fact.subject, [fact]);
    windows.advance(now + round);
    tell();
    took.push(performance.now() - began);
  }
  return { ms: percentile(took, 0.5), bytes: Math.round(windows.memory / windows.store.size) };
}

/** Ten million facts are told over and over from as many as this, each with a lead and an instant of its own: making them all would take longer than all else. */
const DISTINCT = 50_000;
const [AT, FROM] = [0, 1];

function fill(windows, facts, factAt) {
  const { store } = windows;
  const distinct = Array.from({ length: Math.min(facts, DISTINCT) }, (_, i) => copyOf(store.raw(factAt(i))));
  for (let i = 0; i < facts; i += 1) {
    const fact = distinct[i % distinct.length];
    // those that wait are told once: a longer history has no more of them
    if (i >= DISTINCT && fact.kind === distinct[0].kind) continue;
    fact.subject = store.subjects.idOf(`lead-${i}`);
    windows.load(fact);
    fact.numbers[AT] += 1;
    fact.numbers[FROM] += 1;
  }
}

const copyOf = (raw) => ({ ...raw, numbers: raw.numbers.slice(), names: raw.names.slice() });
