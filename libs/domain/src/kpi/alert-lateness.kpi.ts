import { leadDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { LatenessTally } from './lateness.tally.js';

/**
 * Raised − due of the alerts whose deadline lies in the window, and beside it `shown_median` and `shown_p95`: first shown − due, of those
 * that were shown by `as_of`. Unit: seconds. Rep: the owner when the alert was raised.
 */
export const alertLateness = defineKpi({
  name: 'alert-lateness',
  version: 1,
  unit: 's',
  better: 'less',
  formula: 'raised − due of alerts, at = due; shown_median and shown_p95: first shown − due of those that were shown by as_of',
  reads: ['alert'],
  dimensions: leadDimensions,
  tallies: () => () => new LatenessTally(),
});
