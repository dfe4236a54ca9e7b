// Stryker's test runner for the specs of libs/domain. Jest needs a second for each spec and mutant; this one keeps the compiled
// modules in one process, makes them anew for each mutant, and needs some tens of milliseconds for all the specs that meet it.
import { readdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { moduleLoader } from './fresh-modules.mjs';
import { storyTeller } from './tell-stories.mjs';

const HOME = 'libs/domain/src';
/** These ask Temporal and Intl for years of many zones, minute by minute: minutes for each mutant. Only those that lived meet them. */
const SLOW = new Set(['working-time-minute-by-minute', 'zone-as-temporal'].map((name) => `${HOME}/calendar/${name}.spec.ts`));
/** Whether a mutant meets only the specs of its own folder; what is known of it from all of them stays. */
const isNear = process.env.MUTANTS_MEET === 'near';
const isAll = process.env.MUTANTS_MEET === 'all';

/** What the instrumented code reads and writes: the mutant that is active, what was met, how often. */
const marks = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

function createDomainRunner() {
  const root = process.cwd();
  const specs = readdirSync(resolve(root, HOME), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => `${HOME}/${file}`)
    .filter((file) => isAll || !SLOW.has(file))
    .sort();
  const fileOf = (id) => specs.find((file) => id.startsWith(`${file} `));
  let freshModules;
  let tell;

  const init = async () => {
    freshModules = await moduleLoader(root);
    tell = storyTeller(root);
  };

  /** Tells every spec that loads one of the files to be changed. */
  const dryRun = async ({ files = [] }) => {
    const tests = [];
    const perTest = {};
    marks.activeMutant = undefined;
    marks.hitCount = undefined;
    for (const file of specs) {
      marks.currentTestId = undefined;
      marks.mutantCoverage = { static: {}, perTest: {} };
      const modules = freshModules();
      const load = () => {
        modules.load(resolve(root, file));
        return files.length === 0 || files.some((changed) => modules.has(resolve(root, changed)));
      };
      const told = await tell(file, { load, starts: (id) => (marks.currentTestId = id) });
      tests.push(...told);
      // What runs while modules load is met by each story of this spec, and by no other: thus no mutant needs all the specs.
      const { static: met, perTest: own } = marks.mutantCoverage;
      for (const { id, status } of told) if (status !== TestStatus.Skipped) perTest[id] = { ...met, ...own[id] };
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: {}, perTest } };
  };

  const mutantRun = async ({ activeMutant, testFilter, sandboxFileName, disableBail, hitLimit }) => {
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    const ofAll = wanted === null ? specs : [...new Set(testFilter.map(fileOf))];
    const met = isNear ? ofAll.filter((file) => folderOf(file) === folderOf(sandboxFileName)) : ofAll;
    marks.activeMutant = activeMutant.id;
    marks.currentTestId = undefined;
    marks.mutantCoverage = { static: {}, perTest: {} };
    marks.hitCount = hitLimit === undefined ? undefined : 0;
    marks.hitLimit = hitLimit;
    const { load } = freshModules();
    const tests = [];
    for (const file of nearestFirst(met, sandboxFileName)) {
      try {
        tests.push(...(await tell(file, { load: () => load(resolve(root, file)) !== null, wanted, bail: !disableBail })));
      } catch (error) {
        const id = testFilter?.find((one) => fileOf(one) === file) ?? file;
        tests.push({ id, name: id, timeSpentMs: 0, status: TestStatus.Failed, failureMessage: `does not load: ${String(error)}` });
      }
      const endless = determineHitLimitReached(marks.hitCount, hitLimit);
      if (endless !== undefined) return toMutantRunResult(endless);
      if (!disableBail && tests.some(({ status }) => status === TestStatus.Failed)) break;
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests });
  };

  return { capabilities: () => ({ reloadEnvironment: true }), init, dryRun, mutantRun };
}

const folderOf = (file) => basename(dirname(file));

/** The spec of the changed file, then those beside it, then the others: most mutants die in the first. */
function nearestFirst(files, changed) {
  const name = basename(changed, '.ts');
  const distance = (file) => (basename(file) === `${name}.spec.ts` ? 0 : folderOf(file) === folderOf(changed) ? 1 : 2);
  return [...files].sort((a, b) => distance(a) - distance(b));
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'domain', createDomainRunner)];
