import { textDigest } from '../events/identity.js';

/** Source of every event that an alert writes. */
export const ALERTS_SOURCE = '/leadclock/alerts';

/** The id of the event by which the step of an alert does something: it follows from the alert, so that it is done once, whoever does it. */
export const ladderEventId = (alert: string, type: 'lead.assigned' | 'rota.advanced' | 'rep.status_changed'): string =>
  textDigest(`${alert} ${type}`).slice(0, 32);
