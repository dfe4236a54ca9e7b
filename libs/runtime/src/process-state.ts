import { readFileSync } from 'node:fs';
import { errorCode } from './error-code.js';

export type ProcessState = 'gone' | 'zombie' | { readonly startedAt: string; readonly command: string };

/**
 * What a process is now. `startedAt` tells a process from a later one with the same number; both it and `command` are empty texts where the
 * system has no /proc.
 */
export function processState(pid: number): ProcessState {
  if (!Number.isInteger(pid) || pid <= 0) return 'gone';
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return 'gone';
  }
  if (process.platform !== 'linux') return { startedAt: '', command: 'postgres' };
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return 'zombie';
    return { startedAt: fields[19] ?? '', command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() };
  } catch {
    return 'gone';
  }
}
