import { performance } from 'node:perf_hooks';
import { built } from '../measure/built.mjs';
import { percentile } from '../measure/percentile.mjs';
import { factOf, floorFact, kinds } from './floor-facts.mjs';
import { questionsOf } from './questions.mjs';

const { RunningWindows } = await built('apps/live/src/engine/running-windows.js');
const { parseAsking } = await built('libs/domain/src/kpi/asking.js');
const { buildConfiguration } = await built('libs/domain/src/configuration/build-configuration.js');
const { noRates } = await built('libs/domain/src/money/rates.js');

/** Facts taken in at a stretch: ten of each kind. */
const STRETCH = 10 * kinds.length;
/** Stretches at each size, in turn: what the machine does meanwhile slows both, and one that was disturbed decides nothing. */
const PAIRS = 7;

/**
 * What one more fact costs the figures at two sizes: taken in, and every figure told anew. Milliseconds, the medians of all; `ratio` is the median
 * of what stretch after stretch came to. Both engines are in memory all the while.
 */
export function growth(few, many, reps) {
  const engines = [few, many].map((facts) => engineWith(facts, reps));
  const took = engines.map(() => []);
  // each runs through once before it counts
  for (const engine of engines) stretchOf(engine);
  const ratios = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const medians = engines.map((engine, which) => {
      const stretch = stretchOf(engine);
      took[which].push(...stretch);
      return percentile(stretch, 0.5);
    });
    ratios.push(medians[1] / medians[0]);
  }
  const [atFew, atMany] = took.map((all) => percentile(all, 0.5));
  return { few: atFew, many: atMany, ratio: percentile(ratios, 0.5), ratios, bytes: bytesOf(engines[1]) };
}

/** The figures over so many facts, told once. */
function engineWith(facts, reps) {
  const now = Date.now();
  const configuration = buildConfiguration([]);
  const asked = questionsOf().map(({ name, kpi, params }) => ({
    name,
    kpi,
    asking: parseAsking(kpi, params, { configuration, now }).asking,
  }));
  const windows = new RunningWindows(asked, { configuration, rates: noRates }, now);
  fill(windows, facts, (i) => floorFact(i, now, reps));
  const engine = { windows, reps, now, names: asked.map(({ name }) => name), taken: 0 };
  tell(engine);
  return engine;
}

function tell({ windows, names }) {
  for (const name of names) windows.groups(name);
}

const bytesOf = ({ windows }) => Math.round(windows.memory / windows.store.size);

function stretchOf(engine) {
  const { windows, now, reps } = engine;
  return Array.from({ length: STRETCH }, () => {
    const round = engine.taken++;
    const fact = factOf(kinds[round % kinds.length], 1e9 + round, now - 4_000_000, reps);
    const began = performance.now();
    windows.replace(fact.subject, [fact]);
    windows.advance(now + round);
    tell(engine);
    return performance.now() - began;
  });
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
