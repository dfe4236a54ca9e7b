import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Starts what the tests on real parts need, once a run: PostgreSQL, a browser, and Apache Kafka where Java 17 and Maven are (or KAFKA_BROKERS).
 * Jest does not resolve our aliases here, so the launchers are compiled first.
 */
export default async function startServers() {
  mkdirSync('.cache', { recursive: true });
  const code = mkdtempSync(path.resolve('.cache', 'launchers-'));
  const built = spawnSync(
    process.execPath,
    ['node_modules/@swc/cli/bin/swc.js', 'libs/runtime', 'libs/event-log', 'tools', '-d', code, '--ignore', '**/*.spec.ts', '--quiet'],
    { encoding: 'utf8' },
  );
  if (built.status !== 0) throw new Error(`the launchers do not compile: ${built.stderr}${built.stdout}`);
  const { startServersOf } = await import(path.join(code, 'tools', 'testing', 'servers.js'));
  const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-tests-'));
  globalThis.leadclockServers = { servers: await startServersOf(folder), folder, code };
}
