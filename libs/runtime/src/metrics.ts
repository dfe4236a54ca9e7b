import { Counter, Gauge, Histogram, register } from 'prom-client';

// Two programs in one process (tests) share the registry: the metric that is there already is the one to count on.

/** A counter of the default registry; made once a process. */
export function counter<L extends string>(name: string, help: string, labels: readonly L[] = []): Counter<L> {
  const known = register.getSingleMetric(name);
  return known instanceof Counter ? known : new Counter({ name, help, labelNames: [...labels] });
}

/** A gauge of the default registry; made once a process. */
export function gauge<L extends string>(name: string, help: string, labels: readonly L[] = []): Gauge<L> {
  const known = register.getSingleMetric(name);
  return known instanceof Gauge ? known : new Gauge({ name, help, labelNames: [...labels] });
}

/** A histogram of the default registry, in seconds unless the name says otherwise; made once a process. */
export function histogram<L extends string>(
  name: string,
  help: string,
  buckets: readonly number[],
  labels: readonly L[] = [],
): Histogram<L> {
  const known = register.getSingleMetric(name);
  return known instanceof Histogram ? known : new Histogram({ name, help, buckets: [...buckets], labelNames: [...labels] });
}
