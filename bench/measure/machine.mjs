import { cpus, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { cpuOf, cpuWithChildren, machineCpu } from './processes.mjs';

/** Cores that others kept busy between `begin` and the call of what it answers: how far a figure can be trusted. */
export function watchNeighbours({ pids, postgresPid }) {
  const ours = () => cpuOf(process.pid) + cpuWithChildren(postgresPid) + pids().reduce((sum, pid) => sum + cpuOf(pid), 0);
  const from = { at: performance.now(), machine: machineCpu().busy, ours: ours() };
  return () => {
    const took = (performance.now() - from.at) / 1000;
    return Number(Math.max(0, (machineCpu().busy - from.machine - (ours() - from.ours)) / took).toFixed(2));
  };
}

export const machine = () => ({ cores: cpus().length, load: loadavg().map((load) => Number(load.toFixed(1))), node: process.version });
