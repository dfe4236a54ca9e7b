import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Fields of /proc/PID/stat from the state on; null when the process is gone. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

const seconds = (ticks) => ticks / TICKS;

/** CPU of one process so far, in seconds. */
export function cpuOf(pid) {
  const stat = statOf(pid);
  return stat === null ? 0 : seconds(Number(stat[11]) + Number(stat[12]));
}

/** CPU of a process and its children so far, those among them that have ended too, in seconds: PostgreSQL's way of working. */
export function cpuWithChildren(pid) {
  const own = statOf(pid);
  if (own === null) return 0;
  let ticks = Number(own[11]) + Number(own[12]) + Number(own[13]) + Number(own[14]);
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(name) : null;
    if (stat !== null && Number(stat[1]) === pid) ticks += Number(stat[11]) + Number(stat[12]);
  }
  return seconds(ticks);
}

/** CPU so far of a process and all that it started that still run, theirs too, in seconds: a browser's way of working. */
export function cpuOfTree(root) {
  const stats = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), statOf(name)]),
  );
  const family = [root];
  for (const parent of family) for (const [pid, stat] of stats) if (stat !== null && Number(stat[1]) === parent) family.push(pid);
  return family.reduce((sum, pid) => sum + cpuOf(pid), 0);
}

/** CPU of all processors together so far, ours and everybody's, in seconds; and the time that they had. */
export function machineCpu() {
  const fields = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0].trim().split(/\s+/).slice(1).map(Number);
  const idle = fields[3] + fields[4];
  const all = fields.slice(0, 8).reduce((sum, field) => sum + field, 0);
  return { busy: seconds(all - idle), all: seconds(all) };
}

/** The most memory that a process ever held, in MB. */
export function peakMemory(pid) {
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}

export function memoryNow(pid) {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}
