import { type Asking, type ParsedAsking, parseAsking } from '@leadclock/domain/kpi/asking.js';
import { kpiNamed } from '@leadclock/domain/kpi/catalogue.js';
import type { Kpi, KpiContext } from '@leadclock/domain/kpi/kpi.js';
import type { BoardTile } from '@leadclock/live-protocol/board.js';
import type { Params } from '../answer/answered.js';
import type { Subscription } from '../engine/live-engine.js';
import { canBeLive } from '../engine/live-question.js';

/** Parameters that hold a question at an instant, or between two. */
const fixed = ['as_of', 'known_at', 'from', 'to'] as const;

/** A question of the present, as it is kept live; its name is the same however its parameters were written. */
export interface PresentQuestion {
  readonly name: string;
  readonly kpi: Kpi;
  readonly params: Params;
}

/** Whether nothing holds the question at another instant. */
export const isOfThePresent = (params: Params): boolean => fixed.every((name) => params[name] === undefined);

/** null: the question is of another instant, or is none. */
export function presentQuestion(kpiName: string, params: Params, context: Pick<KpiContext, 'configuration'>): PresentQuestion | null {
  const kpi = kpiNamed(kpiName);
  if (kpi === null || !isOfThePresent(params)) return null;
  // which instant is asked about is no part of the name
  const parsed = parseAsking(kpi, params, { configuration: context.configuration, now: 0 });
  return parsed.ok ? { name: nameOf(kpi, parsed.asking), kpi, params } : null;
}

/** Asks a question of the present as of an instant. */
export const askedNow = ({ kpi, params }: PresentQuestion, context: Pick<KpiContext, 'configuration'>, now: number): ParsedAsking =>
  parseAsking(kpi, params, { configuration: context.configuration, now });

/** What keeps the question live; null: it cannot be. */
export function subscriptionOf(question: PresentQuestion, context: KpiContext, now: number): Subscription | null {
  const parsed = askedNow(question, context, now);
  if (!parsed.ok || !canBeLive(question.kpi, parsed.asking, context)) return null;
  return { name: question.name, kpi: question.kpi, params: question.params };
}

const nameOf = ({ name }: Kpi, { window, by, filters, params }: Asking): string =>
  JSON.stringify([name, window, by, ...[filters, params].map((named) => Object.entries(named).toSorted(([a], [b]) => (a < b ? -1 : 1)))]);

/** What a tile asks: a leaderboard of reps that is switched to teams asks of teams. */
export function paramsOf({ form, teams, params }: BoardTile): Params {
  const { by } = params;
  if (form !== 'leaderboard' || !teams || by === undefined) return params;
  const dimensions = by.split(',').map((dimension) => (dimension === 'rep' ? 'team' : dimension));
  return { ...params, by: [...new Set(dimensions)].join(',') };
}
