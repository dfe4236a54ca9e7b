import type { StatusSaid } from '@leadclock/domain/alerts/rota-said.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { latest } from '@leadclock/domain/configuration/in-force.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { compareUtf8 } from '@leadclock/domain/events/order.js';
import { offsetsOver } from '@leadclock/domain/staffing/hour-of-week.js';
import type { LateLead } from '@leadclock/domain/staffing/late-clock.js';
import { type Presence, presenceOf } from '@leadclock/domain/staffing/rep-presence.js';
import { type StaffingPicture, StaffingTally } from '@leadclock/domain/staffing/staffing-picture.js';
import { TeamCover } from '@leadclock/domain/staffing/team-cover.js';
import { statusesOver } from '@leadclock/read-model/queries/rep-status.query.js';
import { inSnapshot, type Snapshot } from '@leadclock/read-model/queries/snapshot.js';
import { eachLateLead, leadsByHour } from '@leadclock/read-model/queries/staffing.query.js';
import { inTurns } from '@leadclock/read-model/queries/turns.js';
import type { DataSource } from 'typeorm';
import type { Answered, Here, Params } from '../answer/answered.js';
import { readWorld } from '../answer/world.js';
import { readStaffingQuestion, type StaffingQuestion } from './staffing-question.js';

/** `GET /v1/staffing`: when leads came, when they were late, and which gaps they fell into. */
export interface StaffingAnswer extends StaffingPicture {
  readonly as_of: string;
  readonly from: string;
  readonly to: string;
  /** IANA: the zone of the hours */
  readonly zone: string;
  /** null: all */
  readonly team: string | null;
  /** those that can be asked for, by name */
  readonly teams: readonly { readonly team: string; readonly name: string }[];
}

/**
 * The figures are those of `leads-created` and `answered-in-target` for the same question, spread over the week: leads that arrived in the period, credited
 * as there, as true now.
 */
export async function staffing(dataSource: DataSource, params: Params, here: Here): Promise<Answered<StaffingAnswer>> {
  return inSnapshot(dataSource, async (snapshot) => {
    const { configuration } = await readWorld(snapshot);
    const read = readStaffingQuestion(params, configuration, here);
    if (!read.ok) return read;
    const { zone, from, to, team } = read.body;
    const picture = await drawn(snapshot, configuration, read.body, here);
    const teams = Object.entries(configuration.teams)
      .map(([id, versions]) => ({ team: id, name: latest(versions)?.name ?? id }))
      .toSorted((a, b) => compareUtf8(a.name, b.name) || compareUtf8(a.team, b.team));
    const span = { as_of: writeInstant(here.now), from: writeInstant(from), to: writeInstant(to) };
    return { ok: true, body: { ...span, zone, team, teams, ...picture } };
  });
}

async function drawn(
  snapshot: Snapshot,
  configuration: Configuration,
  question: StaffingQuestion,
  { now }: Here,
): Promise<StaffingPicture> {
  const { zone, from, to, team } = question;
  const selection = { asOf: now, from, to, team };
  const late: LateLead[] = [];
  await eachLateLead(snapshot, selection, (lead) => void late.push(lead));
  const cover = new TeamCover(await presences(snapshot, configuration, from, late));
  const tally = new StaffingTally(configuration, cover, { zone, from, to });
  for (const { kind, hour, leads } of await leadsByHour(snapshot, selection, offsetsOver(zone, from, to))) {
    if (kind === 'arrival') tally.addArrivals(hour, leads);
    else tally.addMet(hour, leads);
  }
  await inTurns(added(tally, late));
  return tally.picture();
}

/** Reps whose statuses are read at once: of some weeks these are some thousand rows, and alerts of the same process wait while they are parsed. */
const repsAtOnce = 5;

/** Of all reps there are, over the instants that late leads are asked about. */
async function presences(
  snapshot: Snapshot,
  configuration: Configuration,
  from: number,
  late: readonly LateLead[],
): Promise<readonly (readonly Presence[])[]> {
  if (late.length === 0) return [];
  const to = late.reduce((latestDue, { dueAt }) => Math.max(latestDue, dueAt), from) + 1;
  const reps = Object.keys(configuration.reps);
  const spans: (readonly Presence[])[] = [];
  for (let first = 0; first < reps.length; first += repsAtOnce) {
    const some = reps.slice(first, first + repsAtOnce);
    const said = await statusesOver(snapshot, some, from, to);
    await inTurns(eachPresence(some, said));
  }
  return spans;

  function* eachPresence(some: readonly string[], said: ReadonlyMap<string, readonly StatusSaid[]>): Generator<void> {
    for (const rep of some) yield void spans.push(presenceOf(configuration, rep, said.get(rep) ?? [], { from, to }));
  }
}

function* added(tally: StaffingTally, late: readonly LateLead[]): Generator<void> {
  for (const lead of late) yield tally.addLate(lead);
}
