import { parseSettings, type Settings } from '@leadclock/runtime/settings.js';
import { WrongUse } from './exit-codes.js';

/** The settings of the environment, or an error that lists everything wrong with it. */
export function readSettings(): Settings {
  const parsed = parseSettings(process.env);
  if (parsed.ok) return parsed.settings;
  throw new WrongUse(`the environment is not right:\n${parsed.faults.map((fault) => `  ${fault}`).join('\n')}`);
}
