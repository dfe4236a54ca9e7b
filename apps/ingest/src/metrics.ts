import { counter, gauge, histogram } from '@leadclock/runtime/metrics.js';

export const accepted = counter('leadclock_ingest_accepted_total', 'events taken');
export const rejected = counter('leadclock_ingest_rejected_total', 'events refused, by the part that was wrong', ['part']);
export const refused = counter('leadclock_ingest_refused_total', 'requests refused as a whole, by HTTP status', ['status']);
export const droppedAttributes = counter('leadclock_ingest_dropped_attributes_total', 'unknown attributes left out of events');
export const spooled = counter('leadclock_ingest_spooled_total', 'events put into the spool because the log did not answer');
export const spoolRecords = gauge('leadclock_ingest_spool_records', 'events that wait in the spool');
export const vaultFailures = counter('leadclock_ingest_vault_failures_total', 'requests refused because the vault could not be written');
export const appendSeconds = histogram(
  'leadclock_ingest_append_seconds',
  'time until the log had a batch',
  [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
);
export const commands = counter('leadclock_ingest_commands_total', 'commands of people that were decided, by HTTP status', [
  'command',
  'status',
]);
