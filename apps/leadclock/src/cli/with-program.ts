import { findProgram, type ProgramAddress } from '@leadclock/runtime/data-folder.js';
import type { Settings } from '@leadclock/runtime/settings.js';

/**
 * Does `use` with the program that runs on the data folder; where none runs, one is started on a free port for just as long.
 * Commands that only ask load nothing else while a program runs.
 */
export async function withProgram<T>(settings: Settings, use: (program: ProgramAddress) => Promise<T>): Promise<T> {
  const running = findProgram(settings.dataFolder);
  if (running) return use(running);
  const { startProgram } = await import('../program/start-program.js');
  const { createLogger } = await import('@leadclock/runtime/logger.js');
  const logger = createLogger(process.env['LOG_LEVEL'] ?? 'warn');
  const started = await startProgram({ settings: { ...settings, port: 0 }, logger });
  try {
    const address = findProgram(settings.dataFolder);
    if (!address) throw new Error(`the program that was started for this command cannot be found in ${settings.dataFolder}`);
    return await use(address);
  } finally {
    await started.stop();
  }
}
