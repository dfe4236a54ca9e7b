import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { Gauge, type Registry, register } from 'prom-client';

/** What prom-client tells of a process, all but `eventLoopLag`: that keeps a timer of 10 ms, and half of an idle program's CPU went there. */
const kept = [
  'processCpuTotal',
  'processStartTime',
  'osMemoryHeap',
  'processOpenFileDescriptors',
  'processMaxFileDescriptors',
  'processResources',
  'heapSizeAndUsed',
  'heapSpacesSizeAndUsed',
  'version',
  'gc',
] as const;

/** Process metrics of the default registry, made once a process; nothing of them runs between two looks. */
export function collectProcessMetrics(): void {
  if (register.getSingleMetric('process_cpu_seconds_total')) return;
  const load = createRequire(import.meta.url);
  for (const name of kept) {
    const collect: (registry: Registry | undefined, config: object) => void = load(`prom-client/lib/metrics/${name}`);
    collect(register, {});
  }
  let before = performance.eventLoopUtilization();
  const utilization = new Gauge({
    name: 'nodejs_eventloop_utilization',
    help: 'Share of the time since the last look that the event loop was busy.',
    registers: [],
    collect() {
      const now = performance.eventLoopUtilization();
      this.set(performance.eventLoopUtilization(now, before).utilization);
      before = now;
    },
  });
  register.registerMetric(utilization);
}
