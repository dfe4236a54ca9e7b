import { floorView } from '@leadclock/live/rooms/floor-view.js';
import { repView } from '@leadclock/live/rooms/rep-view.js';
import { teamView } from '@leadclock/live/rooms/team-view.js';
import { emptyWall } from '@leadclock/live-protocol/empty-wall.js';
import type { FloorState } from '@leadclock/live-protocol/floor-state.js';
import type { WallState } from '@leadclock/live-protocol/protocol.js';
import type { LiveAlert, QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import type { RepState } from '@leadclock/live-protocol/rep-state.js';
import type { TeamState } from '@leadclock/live-protocol/team-state.js';
import { type AnySpokenStream, type Change, SpokenStream } from './spoken-stream.js';

const leadOf = (lead: string, value: number): QueueLead => ({
  lead,
  name: `${lead} ${value}`,
  owner: null,
  since: 1_000 + value,
  due: null,
  heldMs: null,
  rep: null,
  team: null,
  origin: null,
  channel: null,
  product: null,
  assignment: { source: '/test', id: `${lead}-${value}` },
});

const alertOf = (lead: string, value: number): LiveAlert => ({
  alert: `a-${lead}`,
  lead,
  name: lead,
  step: 'due',
  due: 1_000,
  raised: 1_000,
  target: null,
  to: null,
  owner: null,
  team: null,
  unconfirmed: false,
  acknowledgedBy: null,
  retracted: value === 3,
});

const repOf = (rep: string, value: number): FloorState['reps'][string] => ({ name: `${rep} ${value}`, team: null, active: value > 1 });

/** A record without an id, or with another member under it. */
function placed<M>(members: Readonly<Record<string, M>>, id: string, value: number, memberOf: (id: string, value: number) => M) {
  const { [id]: _, ...others } = members;
  return value === 0 ? others : { ...others, [id]: memberOf(id, value) };
}

const wallChanges: readonly Change<WallState>[] = [
  (_state, _id, value) => ({ lateCount: value, waitingCount: 3 }),
  (_state, id, value) => ({ waiting: value === 0 ? [] : [leadOf(id, value)] }),
  (state, id, value) => ({ ...state, pending: value === 0 ? null : 'sweep', oldest: value === 0 ? null : leadOf(id, value) }),
];

const floorChanges: readonly Change<FloorState>[] = [
  ({ leads }, id, value) => ({ leads: placed(leads, id, value, leadOf) }),
  ({ alerts }, id, value) => ({ alerts: placed(alerts, id, value, alertOf) }),
  ({ leads, alerts }, id, value) => ({
    leads: placed(leads, id, value, leadOf),
    alerts: placed(alerts, id, 3 - value, alertOf),
    counts: { waiting: value, late: 0, nobodys: value },
  }),
  ({ reps }, id, value) => ({ reps: placed(reps, id, value, repOf) }),
  (_state, id, value) => ({ leads: value === 0 ? {} : { [id]: leadOf(id, value) } }),
];

const repChanges: readonly Change<RepState>[] = [
  ({ leads }, id, value) => ({ leads: placed(leads, id, value, leadOf) }),
  (_state, id, value) => ({ me: value === 0 ? null : { rep: id, name: id, team: null, active: value > 1 } }),
  ({ leads, ...others }, id, value) => ({ ...others, answers: [], leads: placed(leads, id, value, leadOf) }),
];

const teamChanges: readonly Change<TeamState>[] = [
  (_state, _id, value) => ({ waiting: { n: value, nobodys: 0 } }),
  (_state, id, value) => ({ late: { n: value, oldest: value === 0 ? null : leadOf(id, value) } }),
  (_state, id, value) => ({ teams: value === 0 ? [] : [{ team: id, name: `${id} ${value}` }], pending: null }),
];

/** The pages there are, each with the streams that the server gives it. */
export const pages = {
  // the wall hears whatever comes
  wall: (): readonly AnySpokenStream[] => [new SpokenStream({ name: 'wall', keyed: [], empty: emptyWall, changes: wallChanges }, null)],
  rep: (): readonly AnySpokenStream[] => [
    new SpokenStream({ ...floorView, changes: floorChanges }),
    new SpokenStream({ ...repView('ana'), changes: repChanges }),
  ],
  team: (): readonly AnySpokenStream[] => [new SpokenStream({ ...teamView(null), changes: teamChanges })],
};
