import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { latest, versionsOf } from '@leadclock/domain/configuration/in-force.js';
import { answeredAt } from '@leadclock/domain/facts/response.facts.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { CALL_BACK } from '@leadclock/domain/lead/call-back.js';
import { usualGoal, usualTargetSeconds } from '@leadclock/live-protocol/empty-wall.js';
import type { GoodNews, WaitingLead, WallState, Win } from '@leadclock/live-protocol/protocol.js';
import { figureName } from '../rooms/floor-figures.js';
import type { FloorSources } from '../rooms/floor-sources.js';
import { funnelSteps } from '../rooms/funnel-steps.js';
import { responseBins } from '../rooms/response-bins.js';
import { fastestReps } from './fastest.js';
import { amountOf, recentWins } from './recent-wins.js';
import { heldOf } from './waiting-list.js';

/** What the wall is made of: the live figures, the lists that watch them, and the open alerts. */
export type WallSources = Pick<FloorSources, 'windows' | 'groups' | 'waiting' | 'answers' | 'feed' | 'configuration' | 'alerts'>;

const rowsShown = 12;
const alertsShown = 12;

/** The leads whose names the wall is about to show. */
export function leadsShown({ windows, waiting, answers, feed, alerts }: WallSources): string[] {
  const at = windows.store.cursor();
  const rows = [...waiting.first(rowsShown), ...waiting.longest(), ...answers.first()];
  const others = [...recentWins(feed, windows.asOf), ...latestAlerts(alerts)];
  return [...rows.map((row) => at.on(row).subject), ...others.map(({ lead }) => lead)];
}

/** The part that goes out at once: who waits, who was answered. */
export function leadPart(sources: WallSources, names: ReadonlyMap<string, string>): Partial<WallState> {
  const { windows, groups, waiting, answers } = sources;
  const lead = (row: number) => waitingLead(sources, names, row);
  return {
    lateCount: first(groups.all('late')).value ?? 0,
    waitingCount: first(groups.all('waiting')).value ?? 0,
    waiting: waiting.first(rowsShown).map(lead),
    oldest:
      waiting
        .longest()
        .map(lead)
        .toSorted((a, b) => waited(b, windows.asOf) - waited(a, windows.asOf))[0] ?? null,
    news: answers.first().map((row) => goodNews(sources, names, row)),
    wins: winPart(sources, names),
  };
}

/** The part that goes out by itself, as soon as an alert is raised or ends. */
export const alertPart = (alerts: WallSources['alerts'], names: ReadonlyMap<string, string>): Partial<WallState> => ({
  alerts: latestAlerts(alerts).map(({ id, lead, dueAt }) => ({ alert: id, lead, name: names.get(lead) ?? lead, due: dueAt })),
});

/** The part that may come a little later: figures over many leads. */
export function figurePart({ groups, configuration }: WallSources): Partial<WallState> {
  const { value, n } = first(groups.all('inTarget'));
  return {
    inTarget: { value, n },
    funnel: funnelSteps(groups.all('funnel'), configuration),
    distribution: responseBins(groups.all('bins')),
    fastest: fastestReps(groups.all(figureName('answers', 'rep')), (rep) => repName(configuration, rep)),
    site: sitePart(configuration),
  };
}

export function sitePart(configuration: Configuration): WallState['site'] {
  const site = latest(configuration.site);
  const policies = Object.values(configuration.policies)
    .flatMap((versions) => latest(versions) ?? [])
    .filter(({ removed }) => !removed);
  const [policy] = policies.toSorted((a, b) => a.order - b.order);
  return {
    name: site?.name ?? '',
    zone: site?.zone ?? 'UTC',
    locale: site?.locale ?? 'en',
    targetSeconds: policy?.answerSeconds ?? usualTargetSeconds,
    goal: usualGoal,
  };
}

/** A waiting lead as every screen may show it, by its row. */
export function waitingLead(
  { windows, configuration }: Pick<WallSources, 'windows' | 'configuration'>,
  names: ReadonlyMap<string, string>,
  row: number,
): WaitingLead {
  const fact = windows.store.cursor().on(row);
  const lead = fact.subject;
  return {
    lead,
    name: names.get(lead) ?? lead,
    owner: fact.rep === null ? null : repName(configuration, fact.rep),
    since: fact.since ?? fact.from,
    due: fact.due,
    heldMs: fact.part === 'paused' ? heldOf(fact) : null,
  };
}

function goodNews({ windows, configuration }: WallSources, names: ReadonlyMap<string, string>, row: number): GoodNews {
  const fact = windows.store.cursor().on(row);
  const lead = fact.subject;
  return {
    id: `${lead} ${fact.item ?? ''}`,
    rep: repName(configuration, fact.rep ?? ''),
    lead: names.get(lead) ?? lead,
    seconds: (fact.value ?? 0) / 1000,
    at: answeredAt(fact),
  };
}

/** The last leads that somebody was told of and whose target has passed, the latest first; of several alerts of one that came first. A promised call is its rep's own affair. */
function latestAlerts(alerts: FloorSources['alerts']): FloorSources['alerts'] {
  const shown = new Map<string, FloorSources['alerts'][number]>();
  for (let at = alerts.length - 1; at >= 0 && shown.size < alertsShown; at--) {
    const alert = alerts[at];
    if (alert?.ended === null && alert.step !== CALL_BACK && (alert.targetAt === null || alert.dueAt >= alert.targetAt))
      shown.set(alert.lead, alert);
  }
  return [...shown.values()];
}

const winPart = ({ feed, windows, configuration }: WallSources, names: ReadonlyMap<string, string>): Win[] =>
  recentWins(feed, windows.asOf).map(({ lead, item, rep, at, value, currency }) => ({
    id: `${lead} ${item ?? ''}`,
    rep: rep === null ? '' : repName(configuration, rep),
    lead: names.get(lead) ?? lead,
    ...amountOf(value, currency),
    at,
  }));

const waited = ({ since, heldMs }: WaitingLead, now: number): number => heldMs ?? now - since;

export const repName = (configuration: Configuration, rep: string): string => latest(versionsOf(configuration.reps, rep))?.name ?? rep;

const first = (groups: readonly GroupAnswer[]): { value: number | null; n: number } => groups[0] ?? { value: null, n: 0 };
