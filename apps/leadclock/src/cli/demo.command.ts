import type { Command } from 'commander';
import { exitCodes } from './exit-codes.js';
import { progressBar } from './progress-bar.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { stopSignal } from './stop-signal.js';

/** `leadclock demo`: a sales floor to look at, until a signal. */
export function addDemoCommand(program: Command, report: Report): void {
  program
    .command('demo')
    .description('start everything with a simulated sales floor, on a data folder of its own')
    .addHelpText('after', '\nExample:\n  leadclock demo\n  PORT=9000 leadclock demo')
    .action(async () => {
      const settings = readSettings();
      const { startDemo } = await import('../demo/start-demo.js');
      const stopped = stopSignal();
      const { signal } = stopped;
      const bar = progressBar('a week of history');
      const demo = await startDemo({ settings, signal, onProgress: (events) => bar.show(events, ABOUT_A_WEEK) }).finally(() => bar.end());
      const asked = new Promise<null>((resolve) => {
        if (signal.aborted) resolve(null);
        signal.addEventListener('abort', () => resolve(null), { once: true });
      });
      if (!signal.aborted) tell(demo.url, demo.history.accepted);
      const lost = await Promise.race([asked, demo.lost]);
      if (lost !== null) {
        process.stderr.write(`leadclock: ${lost}\n`);
        report(exitCodes.couldNotRun);
      }
      await demo.stop();
      stopped.release();
    });
}

/** Roughly so many events has a week of the usual floor. */
const ABOUT_A_WEEK = 115_000;

function tell(url: string, events: number): void {
  process.stdout.write(
    `leadclock ready ${url} (log: embedded, database: embedded)\n` +
      `a demo floor plays, with a week of history (${events} events):\n` +
      `  the wall      ${url}/wall\n` +
      `  a rep         ${url}/me\n` +
      `  the manager   ${url}/team\n` +
      'ctrl-c ends it; the next demo begins anew\n',
  );
}
