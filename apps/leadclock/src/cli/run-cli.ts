import { Command, CommanderError } from 'commander';
import { addCalendarCommand } from './calendar.command.js';
import { addDemoCommand } from './demo.command.js';
import { addDoctorCommand } from './doctor.command.js';
import { addEraseCommand } from './erase.command.js';
import { type ExitCode, exitCodes, WrongUse } from './exit-codes.js';
import { addExportCommand } from './export.command.js';
import { addImportCommand } from './import.command.js';
import { addJourneyCommand } from './journey.command.js';
import { addKeyCommand } from './key.command.js';
import { addKpiCommand } from './kpi.command.js';
import { addLeadCommand } from './lead.command.js';
import { addOddCommand } from './odd.command.js';
import { addPauseCommand } from './pause.command.js';
import { addPolicyCommand } from './policy.command.js';
import { addRebuildCommand } from './rebuild.command.js';
import { addSimulateCommand } from './simulate.command.js';
import { addStartCommand } from './start.command.js';
import { addTargetsCommand } from './targets.command.js';
import { addTopicsCommand } from './topics.command.js';
import { addVerifyCommand } from './verify.command.js';
import { addWayCommand } from './way.command.js';
import { addWhatIfCommand } from './what-if.command.js';

/** Does something and answers the exit status. */
export type Report = (code: ExitCode) => void;

/** Runs one command line (without `node leadclock`) and answers its exit status; errors go to stderr, data to stdout. */
export async function runCli(words: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const report: Report = (reported) => {
    code = reported;
  };
  const program = new Command('leadclock')
    .description('Watches the clock on every sales lead.')
    .enablePositionalOptions()
    .showHelpAfterError('(leadclock --help lists the commands)')
    .exitOverride();
  addStartCommand(program, report);
  addDemoCommand(program, report);
  addImportCommand(program, report);
  addExportCommand(program, report);
  addKpiCommand(program, report);
  addJourneyCommand(program, report);
  addOddCommand(program, report);
  addLeadCommand(program, report);
  addVerifyCommand(program, report);
  addWayCommand(program, report);
  addRebuildCommand(program, report);
  addDoctorCommand(program, report);
  addEraseCommand(program, report);
  addPauseCommand(program, report);
  addKeyCommand(program, report);
  addSimulateCommand(program, report);
  addTargetsCommand(program, report);
  addPolicyCommand(program, report);
  addWhatIfCommand(program, report);
  addCalendarCommand(program, report);
  addTopicsCommand(program);
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
    process.stderr.write(`leadclock: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof WrongUse ? exitCodes.wrongUse : exitCodes.couldNotRun;
  }
}
