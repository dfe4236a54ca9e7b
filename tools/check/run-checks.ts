import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { checkHouse } from './house-rules.js';

interface Check {
  readonly name: string;
  readonly words: readonly string[];
  /** what must have been built for it: without, it is skipped and says so */
  readonly needs?: string;
}

const node = (script: string, ...words: string[]): string[] => [process.execPath, `node_modules/${script}`, ...words];

/** Two of them run at a time, begun in this order. */
const checks: readonly Check[] = [
  { name: 'lockfile is whole for every platform', words: [process.execPath, 'tools/check-lock.mjs'] },
  { name: 'types', words: node('typescript/bin/tsc', '-p', 'tsconfig.json') },
  { name: 'types of the screens', words: node('typescript/bin/tsc', '-p', 'apps/web/tsconfig.json') },
  { name: 'types of the service worker', words: node('typescript/bin/tsc', '-p', 'apps/web/worker/tsconfig.json') },
  { name: 'oxlint, type-aware', words: node('oxlint/bin/oxlint', '--type-aware', '--deny-warnings', 'apps', 'libs', 'tools', 'bench') },
  { name: 'biome', words: node('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.') },
  {
    name: 'import rules',
    words: node('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', 'apps', 'libs'),
  },
  { name: 'nothing unused (knip)', words: node('knip/bin/knip.js') },
  { name: 'pages are small enough (size-limit)', words: node('size-limit/bin.js'), needs: 'dist/web' },
];

/** Runs one check to its end; answers whether it passed. What it says is shown only when it did not. */
function run({ name, words }: Check): Promise<boolean> {
  return new Promise((resolve) => {
    const [command = '', ...rest] = words;
    const started = Date.now();
    const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString('utf8')));
    child.once('error', (error) => (said += error.message));
    child.once('close', (code) => {
      const passed = code === 0;
      process.stdout.write(`${passed ? '✓' : '✕'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
      if (!passed) process.stdout.write(`${said.trimEnd()}\n`);
      resolve(passed);
    });
  });
}

let failed = 0;
const house = checkHouse();
process.stdout.write(`${house.length === 0 ? '✓' : '✕'} house rules\n${house.map((fault) => `  ${fault}\n`).join('')}`);
if (house.length > 0) failed++;
let skipped = 0;
const waiting = [...checks];
async function runWaiting(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    if (check.needs !== undefined && !existsSync(check.needs)) {
      process.stdout.write(`- ${check.name}: skipped, ${check.needs} is not built (npm run build)\n`);
      skipped++;
    } else if (!(await run(check))) failed++;
  }
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, runWaiting));
process.stdout.write(`checks: ${checks.length + 1 - failed - skipped} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed === 0 ? 0 : 1;
