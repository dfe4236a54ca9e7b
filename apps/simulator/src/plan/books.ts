import { toInstant, toWall } from '@leadclock/domain/calendar/zone.js';
import type { DataOf, EventType } from '@leadclock/domain/events/catalogue.js';
import { day, type Floor, hour } from './floor.js';
import type { Planned } from './planned.js';
import { randomOf } from './random.js';
import { repsOf, teams } from './reps.js';
import { currency } from './set-up.js';

/** When the office writes down what a day cost and what is aimed at: before the first leads of the day. */
const writtenAt = 6 * hour;

const ads = [
  { origin: 'paid_search', campaign: 'autumn-offer', perLead: 9 },
  { origin: 'paid_search', campaign: 'brand', perLead: 4 },
  { origin: 'social', campaign: 'customer-stories', perLead: 6 },
] as const;

/**
 * What the office's books say of the day that begins at `midnight` (the floor's wall clock, written as UTC): what advertising costs, the day's rate of
 * the dollar; on the first of a month salaries and rent, and what company, teams and reps aim at and expect. A function of the floor and the day alone.
 */
export function booksOf(floor: Floor, midnight: number, prefix: string, historicalBefore: number): readonly Planned[] {
  const random = randomOf(floor.seed, 'books', midnight);
  const date = dateOf(midnight);
  const at = toInstant(floor.zone, midnight + writtenAt);
  const told: Planned[] = [];
  const tell = <T extends EventType>(type: T, subject: string, time: number, data: DataOf<T>) => {
    const id = `${prefix}-${date}-${told.length}`;
    told.push({ deliverAt: at, id, source: '/books', type, subject, time, historical: time < historicalBefore, data });
  };
  const eur = (amount: number) => ({ amount: Math.round(amount * 100) / 100, currency });
  tell('rate.set', 'USD', at, { date, to: currency, rate: Math.round(random.between(0.9, 0.94) * 10_000) / 10_000 });
  for (const { origin, campaign, perLead } of ads)
    tell('spend.recorded', `${prefix}-ads-${campaign}-${date}`, at, {
      origin,
      campaign,
      kind: 'marketing',
      amount: eur(floor.leadsPerHour * perLead * random.between(0.8, 1.2)),
      from: date,
      to: date,
    });
  if (new Date(midnight).getUTCDate() === 1) {
    // what a team expects of a month it has to say before the month begins; the books are written in the morning
    const evening = toInstant(floor.zone, midnight - 3 * hour);
    tellMonth(floor, midnight, prefix, (type, subject, data) => tell(type, subject, type === 'forecast.submitted' ? evening : at, data));
  }
  return told;
}

/** The wall days, written as UTC, whose books are told in [from, until). */
export function* daysOf({ zone }: Floor, from: number, until: number): Generator<number, void> {
  for (let midnight = Math.floor(toWall(zone, from) / day) * day; ; midnight += day) {
    const at = toInstant(zone, midnight + writtenAt);
    if (at >= until) return;
    if (at >= from) yield midnight;
  }
}

type Teller = <T extends EventType>(type: T, subject: string, data: DataOf<T>) => void;

/** Aims are somewhat above what such a floor sells in a month; what teams expect of themselves is a guess around it. */
function tellMonth(floor: Floor, midnight: number, prefix: string, tell: Teller): void {
  const random = randomOf(floor.seed, 'month', midnight);
  const first = new Date(midnight);
  const last = dateOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
  const month = dateOf(midnight).slice(0, 7);
  const period = { from: dateOf(midnight), to: last };
  const reps = repsOf(floor.reps);
  const ofRep = Math.round((floor.leadsPerHour * 20_000) / reps.length / 1_000) * 1_000;
  tell('spend.recorded', `${prefix}-salaries-${month}`, { kind: 'sales', amount: { amount: reps.length * 4_200, currency }, ...period });
  tell('spend.recorded', `${prefix}-rent-${month}`, { kind: 'operations', amount: { amount: 6_500, currency }, ...period });
  const aim = (subject: string, value: number, whose: { readonly team?: string; readonly rep?: string }) =>
    tell('target.set', `${prefix}-${month}-${subject}`, { kpi: 'won-revenue', period, value, ...whose });
  aim('company', ofRep * reps.length, {});
  for (const { id } of teams) {
    const count = reps.filter(({ team }) => team === id).length;
    aim(id, ofRep * count, { team: id });
    tell('forecast.submitted', `${prefix}-${month}-${id}`, {
      period,
      amount: { amount: Math.round((ofRep * count * random.between(0.7, 1.1)) / 1_000) * 1_000, currency },
      team: id,
    });
  }
  for (const { id } of reps) aim(id, ofRep, { rep: id });
  tell('target.set', `${prefix}-${month}-pipeline`, { kpi: 'pipeline-value', period, value: ofRep * reps.length * 2 });
}

const dateOf = (midnight: number): string => new Date(midnight).toISOString().slice(0, 10);
