import { percentile } from '../measure/percentile.mjs';

const ms = (value) => Number(value.toFixed(1));
export const spread = (values) => ({
  p50: ms(percentile(values, 0.5)),
  p90: ms(percentile(values, 0.9)),
  p99: ms(percentile(values, 0.99)),
  max: ms(Math.max(...values)),
});

const names = ['sent', 'accepted', 'committed', 'heard', 'seen', 'painted'];

/**
 * How long probes took from their acceptance, and from their sending, to the paint; and each stage of the way by itself, from one instant to the
 * next: the append, the projector up to its commit, the live figures up to a foreign socket, the page up to its document, and the frame.
 */
export function stagesOf(probes) {
  const came = probes.filter(({ painted }) => painted !== undefined);
  const took = (from) => probes.map((probe) => (probe.painted ?? Number.POSITIVE_INFINITY) - probe[from]);
  const between = names.slice(1).map((to, i) => {
    const values = came.map((probe) => probe[to] - probe[names[i]]).filter((value) => !Number.isNaN(value));
    return [`${names[i]}_to_${to}`, spread(values)];
  });
  return {
    probes: probes.length,
    lost: probes.length - came.length,
    accepted: spread(took('accepted')),
    sent: spread(took('sent')),
    stages: Object.fromEntries(between),
  };
}
