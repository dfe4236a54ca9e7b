import { counter, gauge } from '@leadclock/runtime/metrics.js';

export const alertsTold = counter('leadclock_alerts_total', 'alerts that were raised, resolved or retracted by this process', ['what']);
export const openClocks = gauge('leadclock_alert_clocks', 'deadlines that wait for their time');
export const clockBytes = gauge('leadclock_alert_clock_bytes', 'memory of the clocks of deadlines');
export const deliveriesEnded = counter(
  'leadclock_deliveries_total',
  'messages of alerts that were delivered, given up or had nothing left to say',
  ['kind', 'ended'],
);
