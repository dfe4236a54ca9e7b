import { type EventOf, effectiveTime } from '../events/event.js';
import { because, notBecause, type Reason } from '../lead/reasons.js';
import type { Merges } from './resolve-merges.js';

/** Why a lead.merged counts or not, among all merges of the leads that are tied to its own. */
export function explainMerge(event: EventOf<'lead.merged'>, merges: Merges): Reason {
  const { subject: child, source, id, data } = event;
  const verdict = merges.verdictOf({ child, into: data.into, time: effectiveTime(event), source, id });
  if (verdict === 'circle') return notBecause('merge_circle', { into: data.into });
  if (data.into === null) return verdict === 'stands' ? because('merge_ended') : notBecause('merge_replaced');
  return verdict === 'stands' ? because('merged', { into: data.into }) : notBecause('merge_replaced', { into: data.into });
}
