import type { Command } from 'commander';
import { exitCodes } from './exit-codes.js';
import { progressBar } from './progress-bar.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { waitForFigures } from './wait-for-figures.js';
import { type Parts, withParts } from './with-parts.js';

interface ImportFlags {
  readonly wait: boolean;
  readonly again?: boolean;
  readonly json?: boolean;
}

/** `leadclock import FILE…`: JSONL of CloudEvents into the log. */
export function addImportCommand(program: Command, report: Report): void {
  program
    .command('import')
    .argument('<files...>', 'JSONL, plain or .gz; - is stdin')
    .description('import files of events; a line that fails is reported with its number and the rest goes in')
    .option('--no-wait', 'return once the events are durable, before the figures have taken them in')
    .option('--again', 'send everything again, also what an earlier run has sent')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample:\n  leadclock import history.jsonl.gz\n  leadclock export | LEADCLOCK_DATA=copy leadclock import -')
    .action(async (files: readonly string[], flags: ImportFlags) => {
      const settings = readSettings();
      await withParts(settings, async (parts) => {
        const done = await sendFiles(files, flags, settings.dataFolder, parts);
        if (flags.wait) await waitForFigures(parts);
        process.stdout.write(
          flags.json
            ? `${JSON.stringify(done)}\n`
            : `${done.accepted} events accepted, ${done.rejected} rejected${before(done.sentBefore)}\n`,
        );
        if (done.exitCode !== 0) report(exitCodes.differences);
      });
    });
}

const before = (lines: number) => (lines > 0 ? ` (${lines} lines had been sent before)` : '');

async function sendFiles(files: readonly string[], flags: ImportFlags, dataFolder: string, parts: Parts) {
  const { importFiles } = await import('@leadclock/ingest/import/import-files.js');
  const { sendOverHttp } = await import('@leadclock/ingest/import/send-over-http.js');
  const { installationOf } = await import('@leadclock/identity/installation.js');
  const bar = progressBar('import');
  try {
    return await importFiles({
      files,
      dataFolder,
      send: sendOverHttp(parts.program.url, dataFolder),
      installation: await installationOf(parts.dataSource),
      clock: Date.now,
      stdin: process.stdin,
      ...(flags.again ? { again: true } : {}),
      onProgress: ({ bytes, totalBytes, lines }) => bar.show(totalBytes === null ? lines : bytes, totalBytes ?? lines),
      onReject: ({ file, line, id, path, problem }) =>
        process.stderr.write(`${file}${line === null ? '' : `:${line}`}: ${id === null ? '' : `event ${id}: `}${path}: ${problem}\n`),
    });
  } finally {
    bar.end();
  }
}
