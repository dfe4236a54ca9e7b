import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { latest, versionsOf } from '@leadclock/domain/configuration/in-force.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import type { EventName } from '@leadclock/live-protocol/event-name.js';
import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import type { RepStatus } from '@leadclock/live-protocol/rep-status.js';
import type { AlertRow } from '@leadclock/read-model/queries/alerts.query.js';
import type { RunningWindows } from '../engine/running-windows.js';
import { waitingLead } from '../wall/wall-state.js';
import { agreementPart } from './agreed-lead.js';
import type { AgreementBook } from './agreement-book.js';
import type { FigureGroups } from './figure-groups.js';
import type { FloorLists } from './floor-lists.js';
import type { StatusBook } from './status-book.js';

/** What all streams are made of: the figures, the lists beside them, and the alerts that are open or were just taken back. */
export interface FloorSources extends FloorLists {
  readonly windows: RunningWindows;
  readonly groups: FigureGroups;
  readonly configuration: Configuration;
  readonly alerts: readonly AlertRow[];
  readonly agreements: Pick<AgreementBook, 'of' | 'ofRep'>;
  readonly statuses: Pick<StatusBook, 'of'>;
  /** why the figures may still move without anything new; null: they are up to date */
  readonly pending: string | null;
}

/** What is read of leads when they are shown: masked names, and the events that assigned them. */
export interface Faces {
  readonly names: ReadonlyMap<string, string>;
  readonly assignments: ReadonlyMap<string, EventName | null>;
}

export const nameOf = ({ names }: Faces, lead: string): string => names.get(lead) ?? lead;

/** A waiting lead as queues show it, by its row. */
export function queueLead(sources: FloorSources, faces: Faces, row: number): QueueLead {
  const shown = waitingLead(sources, faces.names, row);
  const { rep, team, origin, channel, product } = sources.windows.store.cursor().on(row);
  const assignment = faces.assignments.get(shown.lead) ?? null;
  return { ...shown, rep, team, origin, channel, product, assignment, ...agreementPart(sources.agreements.of(shown.lead)) };
}

export const leadsOf = ({ windows: { store } }: FloorSources, rows: Iterable<number>): string[] =>
  [...rows].map((row) => store.cursor().on(row).subject);

/** Those that are in neither end twice. */
export const bothEnds = (first: readonly number[], last: readonly number[]): readonly number[] => [...new Set([...first, ...last])];

export const nothing = { key: {}, value: null, n: 0, excluded: {} } as const satisfies GroupAnswer;

/** A field of an answer that is a number; null: it has none. */
export function fieldOf(group: GroupAnswer, field: string): number | null {
  const value = group[field];
  return typeof value === 'number' ? value : null;
}

export interface ShownRep {
  readonly name: string;
  readonly team: string | null;
  readonly active: boolean;
}

/** A rep as he is set now; null: nobody has that id (any more). */
export function repOf({ reps }: Configuration, rep: string): ShownRep | null {
  const set = latest(versionsOf(reps, rep));
  return set === null ? null : { name: set.name, team: set.team, active: set.active };
}

export interface BusyRep extends ShownRep {
  readonly status: RepStatus;
}

/** Those who are set, with what each is doing, by id. */
export const busyReps = ({ configuration, statuses }: Pick<FloorSources, 'configuration' | 'statuses'>): Record<string, BusyRep> =>
  Object.fromEntries(Object.entries(repsOf(configuration)).map(([rep, set]) => [rep, { ...set, status: statuses.of(rep) }]));

/** Reps as they are set now, by id. */
export const repsOf = (configuration: Configuration): Record<string, ShownRep> =>
  Object.fromEntries(
    Object.keys(configuration.reps).flatMap((rep) => {
      const set = repOf(configuration, rep);
      return set === null ? [] : [[rep, set]];
    }),
  );

/** Teams as they are set now, by id. */
export const teamsOf = ({ teams }: Configuration): Record<string, { readonly name: string }> =>
  Object.fromEntries(
    Object.entries(teams).flatMap(([team, versions]) => {
      const set = latest(versions);
      return set === null ? [] : [[team, { name: set.name }]];
    }),
  );
