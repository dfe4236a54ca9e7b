import { getPriority, setPriority } from 'node:os';
import type { AppName } from './app-names.js';

/** In the system's measure: enough to go after those who wait for a moment. */
const STEPS = 5;
const LOWEST = 19;

/** A projector that has a process of its own lets who tells people, and who shows them, go before it (docs/decisions/the-projector-gives-way.md). */
export function giveWay(apps: readonly AppName[]): void {
  if (apps.every((app) => app === 'projector')) setPriority(Math.min(LOWEST, getPriority() + STEPS));
}
