import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');

/** For every rule one file that breaks it and nothing else it is named for; more files where the rule needs a target. */
const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no-circular': {
    'libs/domain/src/ring-a.ts': "import { b } from './ring-b.js';\nexport const a = () => b;",
    'libs/domain/src/ring-b.ts': "import { a } from './ring-a.js';\nexport const b = () => a;",
  },
  'libs-not-to-apps': { 'libs/domain/src/up.ts': "import '@leadclock/live/screen.js';" },
  'apps-not-to-apps': { 'apps/ingest/src/sideways.ts': "import '@leadclock/live/screen.js';" },
  'product-not-to-tools': { 'apps/live/src/tooled.ts': "import '../../../tools/tool.js';", 'tools/tool.ts': 'export const tool = 1;' },
  'testing-only-in-tests': {
    'apps/live/src/fake.ts': "import './testing/stand.js';",
    'apps/live/src/testing/stand.ts': 'export const stand = 1;',
  },
  'domain-is-pure': { 'libs/domain/src/tables.ts': "import 'typeorm';" },
  'domain-has-no-io': { 'libs/domain/src/reads-files.ts': "import 'node:fs';" },
  'domain-hashes-in-one-place': { 'libs/domain/src/rolls-dice.ts': "import 'node:crypto';" },
  'protocol-knows-nobody': { 'libs/live-protocol/src/knows.ts': "import '@leadclock/domain/fact.js';" },
  'log-knows-no-events': { 'libs/event-log/src/knows.ts': "import '@leadclock/domain/fact.js';" },
  'read-model-knows-only-domain': { 'libs/read-model/src/knows.ts': "import '@leadclock/identity/key.js';" },
  'identity-knows-only-its-tables': { 'libs/identity/src/looks.ts': "import '@leadclock/read-model/queries/facts.js';" },
  'runtime-knows-no-rooms': { 'libs/runtime/src/knows.ts': "import '@leadclock/domain/fact.js';" },
  'ingest-writes-log-vault-spool': { 'apps/ingest/src/asks.ts': "import '@leadclock/read-model/queries/facts.js';" },
  'projector-reads-log-writes-model': { 'apps/projector/src/speaks.ts': "import '@leadclock/live-protocol/frame.js';" },
  'alerts-read-deadlines-tell-people': { 'apps/alerts/src/writes.ts': "import '@leadclock/read-model/write/rows.js';" },
  'simulator-uses-the-front-door': { 'apps/simulator/src/peeks.ts': "import '@leadclock/read-model/queries/facts.js';" },
  'live-only-reads': { 'apps/live/src/writes.ts': "import '@leadclock/read-model/write/rows.js';" },
  'screens-speak-the-protocol': { 'apps/web/src/shortcut.ts': "import '@leadclock/domain/fact.js';" },
  'nest-in-apps-and-runtime': { 'libs/identity/src/module.ts': "import '@nestjs/common';" },
  'kafkajs-behind-the-port': { 'apps/projector/src/consumer.ts': "import 'kafkajs';" },
  'not-to-unresolvable': { 'apps/live/src/lost.ts': "import './nowhere.js';" },
  'not-to-dev-dependency': { 'apps/live/src/only-here.ts': "import 'fast-check';" },
};

const targets: Readonly<Record<string, string>> = {
  'apps/live/src/screen.ts': 'export const screen = 1;',
  'libs/domain/src/fact.ts': 'export const fact = 1;',
  'libs/identity/src/key.ts': 'export const key = 1;',
  'libs/live-protocol/src/frame.ts': 'export const frame = 1;',
  'libs/read-model/src/queries/facts.ts': 'export const facts = 1;',
  'libs/read-model/src/write/rows.ts': 'export const rows = 1;',
};

let house: string;
let violations: readonly { from: string; rule: string }[];

beforeAll(() => {
  house = mkdtempSync(path.join(tmpdir(), 'leadclock-house-'));
  for (const file of ['tsconfig.json', 'package.json']) cpSync(path.join(ROOT, file), path.join(house, file));
  // the packages are reached through a link: their paths must stay those of this house
  writeFileSync(
    path.join(house, 'rules.cjs'),
    `const rules = require(${JSON.stringify(path.join(ROOT, '.dependency-cruiser.cjs'))});\nmodule.exports = { ...rules, options: { ...rules.options, preserveSymlinks: true } };\n`,
  );
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(house, 'node_modules'));
  for (const [file, text] of [...Object.entries(targets), ...Object.values(planted).flatMap((files) => Object.entries(files))]) {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    writeFileSync(path.join(house, file), `${text}\n`);
  }
  const cruised = spawnSync(
    process.execPath,
    [
      path.join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      '--config',
      'rules.cjs',
      '--output-type',
      'json',
      'apps',
      'libs',
    ],
    { cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(cruised.stdout);
  violations = summary.violations.map((found: { from: string; rule: { name: string } }) => ({ from: found.from, rule: found.rule.name }));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

it.each(Object.entries(planted))('%s refuses its planted violation', (rule, files) => {
  expect(violations.filter((found) => found.rule === rule).map(({ from }) => from)).toContain(Object.keys(files)[0]);
});

it('every rule has a planted violation', () => {
  const { forbidden } = createRequire(__filename)(path.join(ROOT, '.dependency-cruiser.cjs'));
  expect(forbidden.map(({ name }: { name: string }) => name).toSorted()).toEqual(Object.keys(planted).toSorted());
});

it('what the house allows is not refused', () => {
  expect(violations.filter(({ from }) => Object.keys(targets).includes(from))).toEqual([]);
});
