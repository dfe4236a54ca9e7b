// npm run bench -- NAME: builds, installs the peers the first time, and runs bench/NAME.mjs; its last line is JSON {"bench", "ratios"}.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const names = readdirSync('bench')
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.replace(/\.mjs$/, ''));
const [name = '', ...words] = process.argv.slice(2);
if (!names.includes(name)) {
  process.stderr.write(`usage: npm run bench -- NAME, one of ${names.join(', ')}\n`);
  process.exit(2);
}
const run = (command, args, options = {}) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (status !== 0) process.exit(status ?? 1);
};
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
if (existsSync('bench/package.json') && !existsSync('bench/node_modules')) run(npm, ['ci', '--no-audit', '--no-fund'], { cwd: 'bench' });
run(npm, ['run', '--silent', 'build:server']);
run(process.execPath, ['--expose-gc', `bench/${name}.mjs`, ...words]);
