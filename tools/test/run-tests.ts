import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const REPORT = path.resolve('.cache', 'jest-report.json');

/** Runs a command to its end with its output shown; answers its exit status. */
function run(words: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** What jest wrote about its run; null when it died before it could. */
function readReport(): JestReport | null {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8'));
  } catch {
    return null;
  }
}

const started = Date.now();
mkdirSync(path.dirname(REPORT), { recursive: true });
rmSync(REPORT, { force: true });
// they were built a moment ago (npm test): the tests need not build them again
process.env['PAGES_FOLDER'] = path.resolve('dist', 'web');
const checks = await run(['dist/tools/check/run-checks.js']);
// node_modules/.bin is no path on every system: jest is started by its own file
const tests = await run([
  'node_modules/jest/bin/jest.js',
  '--ci',
  '--json',
  `--outputFile=${REPORT}`,
  '--testLocationInResults',
  '--silent=false',
  ...process.argv.slice(2),
]);
const report = readReport();
for (const { assertionResults } of report?.testResults ?? []) {
  for (const { status, fullName } of assertionResults) if (status === 'pending') process.stdout.write(`skipped: ${fullName}\n`);
}
// a suite that could not even run counts as one failure, and so do the checks
const broken = report === null ? 1 : report.testResults.filter(({ assertionResults }) => assertionResults.length === 0).length;
const failed = (report?.numFailedTests ?? 0) + broken + (checks === 0 ? 0 : 1);
const passed = (report?.numPassedTests ?? 0) + (checks === 0 ? 1 : 0);
const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
process.stdout.write(`the checks of the house are one test of these; ${Math.round((Date.now() - started) / 1000)} s\n`);
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed === 0 && tests === 0 ? 0 : 1;
