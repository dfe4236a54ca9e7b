import { siteOf } from '../kpi/site.js';
import type { CalendarSettings, Configuration, Items, PolicySettings, TeamSettings, Version } from './configuration.js';
import { versionsOf } from './in-force.js';

/**
 * The leads whose facts a change of the configuration can touch: `some` are those that name one of the reps, stand with one of
 * the teams, have a deal in one of the pipelines, or (`arrivedOrOpenSince`) arrived at or after an instant; `others`: also every subject
 * that is no lead (a survey or a subscription that names a rep). More than needed does no harm.
 */
export type SweepScope =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' }
  | {
      readonly kind: 'some';
      readonly reps: readonly string[];
      readonly teams: readonly string[];
      readonly pipelines: readonly string[];
      readonly arrivedOrOpenSince: number | null;
      readonly others: boolean;
    };

/** Whether two settings touch the same facts; of the versions that they stand in the effect is compared already. */
type Same<T> = (a: T, b: T, of: Version<T>, other: Version<T>) => boolean;

/** From when on two histories of an item differ; -Infinity: at all times, since the first version holds before itself; null: never. */
function differSince<T>(before: readonly Version<T>[] | undefined, after: readonly Version<T>[] | undefined, same: Same<T>): number | null {
  const [was, is] = [before ?? [], after ?? []];
  for (let i = 0; i < Math.max(was.length, is.length); i += 1) {
    const [a, b] = [was[i], is[i]];
    if (a !== undefined && b !== undefined && a.effect === b.effect && same(a.value, b.value, a, b)) continue;
    if (i === 0) return Number.NEGATIVE_INFINITY;
    return Math.min(a?.effect ?? Number.POSITIVE_INFINITY, b?.effect ?? Number.POSITIVE_INFINITY);
  }
  return null;
}

/**
 * What a change from one configuration to another can touch. Names, and who is active, are read when an answer is given: they touch no fact.
 * Days of spend and the periods of targets and forecasts are cut in the site's zone.
 */
export function sweepScope(before: Configuration, after: Configuration): SweepScope {
  if (clocksDiffer(before, after) || siteOf(before).zone !== siteOf(after).zone) return { kind: 'all' };
  const policies = changed(before.policies, after.policies, sameEvent);
  const since = policies.length === 0 ? null : Math.min(...policies.map(({ from }) => from));
  if (since === Number.NEGATIVE_INFINITY) return { kind: 'all' };
  const reps = changed(before.reps, after.reps, (a, b) => a.team === b.team).map(({ id }) => id);
  const pipelines = changed(before.pipelines, after.pipelines, sameJson).map(({ id }) => id);
  if (since === null && reps.length === 0 && pipelines.length === 0) return { kind: 'none' };
  return { kind: 'some', reps, teams: [], pipelines, arrivedOrOpenSince: since, others: reps.length > 0 };
}

/** A team's calendar is that of the first team named, and a calendar runs through every clock: neither can be told by a lead's row. */
function clocksDiffer(before: Configuration, after: Configuration): boolean {
  const sameCalendar = (a: TeamSettings, b: TeamSettings): boolean => a.calendar === b.calendar;
  const teams = changed(before.teams, after.teams, sameCalendar).filter(({ id }) => hasCalendar(before, id) || hasCalendar(after, id));
  if (teams.length > 0) return true;
  const calendars = changed<CalendarSettings>(before.calendars, after.calendars, sameJson);
  if (calendars.length === 0) return false;
  const used = new Set([...calendarsInUse(before), ...calendarsInUse(after)]);
  return calendars.some(({ id }) => used.has(id));
}

const hasCalendar = ({ teams }: Configuration, id: string): boolean =>
  (versionsOf(teams, id) ?? []).some(({ value }) => value.calendar !== null);

function calendarsInUse({ policies, teams }: Configuration): readonly string[] {
  const versions = [...Object.values(policies), ...Object.values(teams)].flat();
  return versions.flatMap(({ value }) => (value.calendar === null ? [] : [value.calendar]));
}

function changed<T>(before: Items<T>, after: Items<T>, same: Same<T>): readonly { readonly id: string; readonly from: number }[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].flatMap((id) => {
    const from = differSince(versionsOf(before, id), versionsOf(after, id), same);
    return from === null ? [] : [{ id, from }];
  });
}

/** Settings are plain JSON made by one function, so that equal ones have equal bytes. */
const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A deadline names the event of its policy: the same settings of another event are another policy. */
const sameEvent: Same<PolicySettings> = (a, b, of, other) => of.source === other.source && of.id === other.id && sameJson(a, b);
