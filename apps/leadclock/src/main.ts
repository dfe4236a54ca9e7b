import { once } from 'node:events';
import { runCli } from './cli/run-cli.js';

const code = await runCli(process.argv.slice(2));
// everything is closed by now; what a library left behind (a timer, a socket on its way) must not keep the process
for (const stream of [process.stdout, process.stderr]) if (stream.writableNeedDrain) await once(stream, 'drain');
process.exitCode = code;
setTimeout(() => process.exit(code), 1_000).unref();
