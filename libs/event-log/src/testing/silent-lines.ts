import type { LogLines } from '../log-lines.js';

/** Lines that nobody reads; LOG_TESTS=1 prints them. */
export const silentLines: LogLines = process.env['LOG_TESTS']
  ? console
  : { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
