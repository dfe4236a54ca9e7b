import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { allowedTimes, readTime } from '@leadclock/domain/kpi/instant.js';
import { siteOf } from '@leadclock/domain/kpi/site.js';
import { calendarZone } from '@leadclock/domain/staffing/calendar-zone.js';
import type { Answered, Here, Params } from '../answer/answered.js';

const DAY_MS = 86_400_000;
const USUAL_MS = 28 * DAY_MS;
/** More than a year of hours says nothing about the present staff, and costs as much as all of history. */
const LONGEST_MS = 366 * DAY_MS;

export interface StaffingQuestion {
  /** IANA: that of the team's calendar, else the site's */
  readonly zone: string;
  readonly from: number;
  readonly to: number;
  /** null: all */
  readonly team: string | null;
}

const names = ['team', 'from', 'to'] as const;

/** Reads what is asked: the last four weeks of all teams when nothing is. */
export function readStaffingQuestion(params: Params, configuration: Configuration, { now }: Here): Answered<StaffingQuestion> {
  const refuse = (parameter: string, problem: string, allowed: readonly string[]) => ({ ok: false, parameter, problem, allowed }) as const;
  for (const [name, value] of Object.entries(params)) {
    if (!names.some((known) => known === name)) return refuse(name, `there is no parameter ${name}`, names);
    if (typeof value !== 'string') return refuse(name, `${name} is given more than once`, ['one value']);
  }
  const teams = Object.keys(configuration.teams);
  const team = params['team'] === undefined ? null : String(params['team']);
  if (team !== null && !teams.includes(team)) return refuse('team', `there is no team ${team}`, teams);
  const zone = calendarZone(configuration, team);
  const site = siteOf(configuration).zone;
  const time = (name: 'from' | 'to'): number | null | undefined => {
    const text = params[name];
    return text === undefined ? undefined : readTime(String(text), site);
  };
  const [from, to] = [time('from'), time('to')];
  if (from === null) return refuse('from', `${String(params['from'])} is not a time`, allowedTimes);
  if (to === null) return refuse('to', `${String(params['to'])} is not a time`, allowedTimes);
  const end = Math.min(to ?? now, now);
  const begin = from ?? end - USUAL_MS;
  if (begin >= end) {
    const isAhead = from !== undefined && from >= now;
    return refuse('from', isAhead ? 'from lies in the future' : 'from lies at or after to', ['a time before to, and before now']);
  }
  if (end - begin > LONGEST_MS) return refuse('from', 'the period is longer than 366 days', ['a time at most 366 days before to']);
  return { ok: true, body: { zone, from: begin, to: end, team } };
}
