import { emptyWall } from '@leadclock/live-protocol/empty-wall.js';
import { type FloorState, floorStream, keyedOfFloor } from '@leadclock/live-protocol/floor-state.js';
import { sitePart } from '../wall/wall-state.js';
import { bothEnds, busyReps, type FloorSources, leadsOf, nothing, queueLead, teamsOf } from './floor-sources.js';
import { alertedLeads, floorAlerts } from './live-alert.js';
import type { StreamView } from './stream-view.js';

/** Of each end of the queue. */
const listed = 200;

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
  alerts: (alerts, names) => ({ alerts: floorAlerts(alerts, names) }),
};
