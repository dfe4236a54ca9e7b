import { register } from 'prom-client';
import { collectProcessMetrics } from './process-metrics.js';

describe('the metrics of the process', () => {
  it('say what it uses, however often they are asked for', async () => {
    collectProcessMetrics();
    collectProcessMetrics();
    const told = await register.metrics();
    for (const name of ['process_cpu_seconds_total', 'process_resident_memory_bytes', 'nodejs_heap_size_used_bytes'])
      expect(told).toMatch(new RegExp(`^${name} [0-9.]+$`, 'm'));
    expect(told).toMatch(/^nodejs_eventloop_utilization (0(\.\d+)?|1)$/m);
  });

  it('keep no timer that wakes an idle program', () => {
    collectProcessMetrics();
    expect(register.getSingleMetric('nodejs_eventloop_lag_p99_seconds')).toBeUndefined();
  });
});
