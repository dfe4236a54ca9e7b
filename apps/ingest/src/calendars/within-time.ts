import { createContext, Script } from 'node:vm';

/**
 * Runs what may never end, such as a rule of repetition of a stranger that nothing fits; null: it was stopped after so many milliseconds.
 * Only a script's run has such a limit, and it holds for all that the script calls.
 */
export function withinTime<T>(milliseconds: number, run: () => T): T | null {
  let result: T | null = null;
  const context = createContext({
    run: () => {
      result = run();
    },
  });
  try {
    new Script('run()').runInContext(context, { timeout: milliseconds });
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null;
    throw error;
  }
  return result;
}
