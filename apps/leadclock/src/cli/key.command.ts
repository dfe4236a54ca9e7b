import type { Command } from 'commander';
import { exitCodes } from './exit-codes.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';

/** `leadclock key show`: prints the API key of the data folder, alone on stdout. */
export function addKeyCommand(program: Command, report: Report): void {
  program
    .command('key')
    .description('the API key for POST /v1/events')
    .command('show')
    .description('print the key that was made at the first start')
    .addHelpText('after', '\nExample:\n  curl -H "Authorization: Bearer $(npx leadclock key show)" …')
    .exitOverride()
    .action(async () => {
      const settings = readSettings();
      const { readApiKey } = await import('@leadclock/identity/api-key.js');
      const key = readApiKey(settings.dataFolder);
      if (key === null) {
        process.stderr.write(`there is no key in ${settings.dataFolder} yet: it is made by the first leadclock start\n`);
        report(exitCodes.couldNotRun);
        return;
      }
      process.stdout.write(`${key}\n`);
    });
}
