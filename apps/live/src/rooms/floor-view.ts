import { toldIn } from '@leadclock/domain/alerts/audience.js';
import { emptyWall } from '@leadclock/live-protocol/empty-wall.js';
import { type FloorState, floorStream, keyedOfFloor } from '@leadclock/live-protocol/floor-state.js';
import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import type { AlertRow } from '@leadclock/read-model/queries/alerts.query.js';
import { sitePart } from '../wall/wall-state.js';
import { bothEnds, busyReps, type Faces, type FloorSources, leadsOf, nothing, queueLead, teamsOf } from './floor-sources.js';
import type { StreamView } from './stream-view.js';

/** Of each end of the queue. */
const listed = 200;
const alertsShown = 200;

const rowsOf = ({ waiting, newest }: FloorSources): readonly number[] => bothEnds(waiting.first(listed), newest.first(listed));

/** The stream that all reps hear: who waits, and who is told about it. */
export const floorView: StreamView<FloorState> = {
  name: floorStream,
  keyed: keyedOfFloor,
  empty: () => ({
    site: emptyWall().site,
    reps: {},
    teams: {},
    leads: {},
    counts: { waiting: 0, late: 0, nobodys: 0 },
    alerts: {},
    pending: null,
  }),
  shown: (sources) => [...leadsOf(sources, rowsOf(sources)), ...alertedLeads(sources.alerts)],
  claimable: (sources) => leadsOf(sources, rowsOf(sources)),
  leads: (sources, faces) => {
    const count = (figure: string): number => (sources.groups.all(figure)[0] ?? nothing).value ?? 0;
    return {
      pending: sources.pending,
      leads: Object.fromEntries(
        rowsOf(sources)
          .map((row) => queueLead(sources, faces, row))
          .map((lead) => [lead.lead, lead]),
      ),
      counts: { waiting: count('waiting'), late: count('late'), nobodys: count('nobodys') },
    };
  },
  figures: (sources) => {
    const { configuration } = sources;
    return { site: sitePart(configuration), reps: busyReps(sources), teams: teamsOf(configuration) };
  },
  alerts: (alerts, names) => ({
    alerts: Object.fromEntries(alerts.slice(-alertsShown).map((alert) => [alert.id, liveAlert(alert, names)])),
  }),
};

/** The leads of the alerts that the floor shows. */
export const alertedLeads = (alerts: FloorSources['alerts']): string[] => alerts.slice(-alertsShown).map(({ lead }) => lead);

const liveAlert = (alert: AlertRow, names: Faces['names']): LiveAlert => ({
  alert: alert.id,
  lead: alert.lead,
  name: names.get(alert.lead) ?? alert.lead,
  step: alert.step,
  due: alert.dueAt,
  target: alert.targetAt,
  raised: alert.raisedAt,
  to: alert.rep === null ? null : [...toldIn(alert.rep)],
  team: alert.team,
  unconfirmed: alert.unconfirmed,
  acknowledgedBy: alert.acknowledgedBy,
  retracted: alert.ended === 'retracted',
  ...(alert.snoozedUntil !== null && alert.snoozedBy !== null
    ? { snoozed: { until: alert.snoozedUntil, by: alert.snoozedBy, reason: alert.snoozedReason } }
    : {}),
});
