import { lateFrom } from '@leadclock/domain/facts/wait.facts.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { emptyWall } from '@leadclock/live-protocol/empty-wall.js';
import { type FeedItem, keyedOfTeam, type RepLine, type TeamState, teamStream } from '@leadclock/live-protocol/team-state.js';
import { repName, sitePart } from '../wall/wall-state.js';
import type { Happening } from './feed-list.js';
import { figureName } from './floor-figures.js';
import { type Faces, type FloorSources, fieldOf, leadsOf, nameOf, nothing, queueLead, repsOf, teamsOf } from './floor-sources.js';
import { funnelSteps } from './funnel-steps.js';
import { alertedLeads, managersAlerts } from './live-alert.js';
import { responseBins } from './response-bins.js';
import type { StreamView } from './stream-view.js';

const feedShown = 50;

/** What a manager watches, of a team or of the whole site (null). */
export function teamView(team: string | null): StreamView<TeamState> {
  const slices = ({ groups }: FloorSources, figure: string): readonly GroupAnswer[] =>
    team === null ? groups.all(figure) : groups.all(figureName(figure, 'team')).filter(({ key }) => key['team'] === team);
  const slice = (sources: FloorSources, figure: string): GroupAnswer => slices(sources, figure)[0] ?? nothing;
  const byRep = ({ groups }: FloorSources, figure: string): ReadonlyMap<string | null, GroupAnswer> => {
    if (team === null) return groups.byRep(figure);
    const own = groups.all(figureName(figure, 'team-rep')).filter(({ key }) => key['team'] === team);
    return new Map(own.map((group) => [group.key['rep'] ?? null, group]));
  };
  return {
    name: teamStream(team),
    keyed: keyedOfTeam,
    empty: () => ({
      site: emptyWall().site,
      team: null,
      teams: [],
      waiting: { n: 0, nobodys: 0 },
      late: { n: 0, oldest: null },
      inTarget: { value: null, met: 0, n: 0 },
      response: { medianSeconds: null, p90Seconds: null, n: 0 },
      funnel: [],
      distribution: [],
      reps: [],
      feed: [],
      alerts: {},
      pending: null,
    }),
    shown: (sources) => [
      ...leadsOf(sources, oldestLate(sources, team)),
      ...sources.feed.first(feedShown, team).map(({ lead }) => lead),
      ...alertedLeads(sources.alerts),
    ],
    claimable: () => [],
    leads: (sources, faces) => ({
      pending: sources.pending,
      waiting: { n: slice(sources, 'waiting').value ?? 0, nobodys: slice(sources, 'nobodys').value ?? 0 },
      late: {
        n: slice(sources, 'late').value ?? 0,
        oldest: oldestLate(sources, team).map((row) => queueLead(sources, faces, row))[0] ?? null,
      },
      feed: sources.feed.first(feedShown, team).map((happening) => feedItem(sources, faces, happening)),
    }),
    figures: (sources) => {
      const { configuration } = sources;
      const teams = teamsOf(configuration);
      const own = team === null || !Object.hasOwn(teams, team) ? undefined : teams[team];
      return {
        site: sitePart(configuration),
        team: team === null || own === undefined ? null : { team, ...own },
        teams: Object.entries(teams).map(([id, { name }]) => ({ team: id, name })),
        inTarget: ratioOf(slice(sources, 'inTarget')),
        response: responseOf(slice(sources, 'answers')),
        funnel: funnelSteps(slices(sources, 'funnel'), configuration),
        distribution: responseBins(slices(sources, 'bins')),
        reps: repLines(sources, team, byRep),
      };
    },
    alerts: (alerts, names) => ({ alerts: managersAlerts(alerts, names) }),
  };
}

type ByRep = (sources: FloorSources, figure: string) => ReadonlyMap<string | null, GroupAnswer>;

/** A line for each rep of the team, and for whoever has a figure there; nobody's leads last, where there are any. */
function repLines(sources: FloorSources, team: string | null, byRep: ByRep): RepLine[] {
  const { configuration, statuses } = sources;
  const reps = repsOf(configuration);
  const [waiting, late, inTarget, answers] = ['waiting', 'late', 'inTarget', 'answers'].map((figure) => byRep(sources, figure));
  const figures = [waiting, late, inTarget, answers].flatMap((groups) =>
    [...(groups ?? [])].flatMap(([rep, { n }]) => (n > 0 ? [rep] : [])),
  );
  const members = Object.entries(reps).flatMap(([rep, set]) => (set.active && (team === null || set.team === team) ? [rep] : []));
  const named = [...new Set([...members, ...figures.filter((rep) => rep !== null)])].toSorted();
  const shown: (string | null)[] = figures.includes(null) ? [...named, null] : named;
  return shown.map((rep) => {
    const { medianSeconds, p90Seconds, n } = responseOf(answers?.get(rep) ?? nothing);
    return {
      rep,
      name: rep === null ? null : repName(configuration, rep),
      team: rep === null ? null : (reps[rep]?.team ?? null),
      open: waiting?.get(rep)?.value ?? 0,
      late: late?.get(rep)?.value ?? 0,
      answered: n,
      medianSeconds,
      p90Seconds,
      inTarget: ratioOf(inTarget?.get(rep) ?? nothing),
      ...(rep !== null && reps[rep]?.active === true && { status: statuses.of(rep) }),
    };
  });
}

const ratioOf = (group: GroupAnswer): TeamState['inTarget'] => ({ value: group.value, met: fieldOf(group, 'met') ?? 0, n: group.n });

const responseOf = (group: GroupAnswer): TeamState['response'] => ({
  medianSeconds: group.value,
  p90Seconds: fieldOf(group, 'p90'),
  n: group.n,
});

/** The longest wait among the late: the first of those who wait that is late; of a site with very many it is looked for among the first. */
function oldestLate({ waiting, windows: { store, asOf } }: FloorSources, team: string | null): readonly number[] {
  const found = waiting.first(mostLooked).find((row) => {
    const fact = store.cursor().on(row);
    return lateFrom(fact) <= asOf && (team === null || fact.team === team);
  });
  return found === undefined ? [] : [found];
}

const mostLooked = 500;

function feedItem({ configuration }: FloorSources, faces: Faces, happening: Happening): FeedItem {
  const { at, kind, lead, item, rep, origin, value } = happening;
  return {
    id: `${kind} ${lead} ${item ?? ''}`,
    at,
    kind,
    lead,
    name: nameOf(faces, lead),
    rep,
    repName: rep === null ? null : repName(configuration, rep),
    origin,
    seconds: kind === 'answered' ? (value ?? 0) / 1000 : null,
  };
}
