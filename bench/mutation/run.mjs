// npm run mutants [-- WHAT...]: changes libs/domain a little at a time and asks whether a test notices. WHAT is a folder or a file
// below libs/domain/src, stars allowed: `money`, `kpi/trend`, `lead/deal*`; without it all of them, a piece at a time. Only what
// has changed since the last run is tried again. `--near` has a mutant meet the specs of its own folder alone: quick where everything loads it.
// `--survivors` instead tries those that lived, with every value of every property, and with the specs that take minutes.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { scoreTable } from './score-table.mjs';
import { survivorsOf } from './survivors.mjs';

const HERE = 'bench/mutation';
const HOME = 'libs/domain/src';
/** In the order of what matters; each piece is kept when it is done, so that an interrupted run loses one piece. */
const PIECES = {
  kpi: ['[a-c]*', '[d-f]*', '[g-n]*', '[o-r]*', 's*', '[t-z]*'],
  money: ['*'],
  facts: ['*'],
  lead: ['[a-c]*', 'd*', '[e-l]*', '[m-r]*', '[s-z]*'],
  merges: ['*'],
  configuration: ['*'],
  alerts: ['*'],
  staffing: ['*'],
  'what-if': ['*'],
  ways: ['*'],
  events: ['[a-i]*', '[j-z]*'],
  calendar: ['*'],
};
const pieces = Object.entries(PIECES).flatMap(([folder, parts]) => parts.map((part) => `${folder}/${part}`));

const run = (command, args, options = {}) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (status !== 0) process.exit(status ?? 1);
};
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
if (!existsSync(`${HERE}/node_modules`)) {
  process.stdout.write(`installing Stryker into ${HERE} (npm ci, once)\n`);
  run(npm, ['ci', '--no-audit', '--no-fund'], { cwd: HERE });
}
const config = `${HERE}/stryker.config.json`;
const { incrementalFile } = JSON.parse(readFileSync(config, 'utf8'));
const stryker = (mutate, words = [], env = {}) =>
  run(process.execPath, [`${HERE}/node_modules/@stryker-mutator/core/bin/stryker.js`, 'run', config, '--mutate', mutate, ...words], {
    env: { ...process.env, ...env },
  });

const args = process.argv.slice(2);
const named = args.filter((word) => !word.startsWith('--'));
if (args.includes('--survivors')) {
  const survivors = survivorsOf(incrementalFile, named);
  for (let at = 0; at < survivors.length; at += 100)
    stryker(survivors.slice(at, at + 100).join(','), ['--force'], { PROPERTY_RUNS: '1000', MUTANTS_MEET: 'all' });
} else {
  for (const word of named.length > 0 ? named : pieces) {
    const files = existsSync(`${HOME}/${word}`) ? `${word}/**/*.ts` : `${word.replace(/\.ts$/, '')}.ts`;
    stryker(`${HOME}/${files},!**/*.spec.ts,!**/testing/**`, [], args.includes('--near') ? { MUTANTS_MEET: 'near' } : {});
  }
}
process.stdout.write(`\n${scoreTable(incrementalFile, named.length > 0)}`);
