import type { TeamState } from '@leadclock/live-protocol/team-state.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { memo, useMemo } from 'react';
import { togglePause } from '../console/console-link.js';
import { useLink, useTrust } from '../console/use-console.js';
import { isLive } from './address.js';
import { ComparisonContext } from './comparison-context.js';
import { Compliance } from './compliance.js';
import { csvOf, download } from './csv.js';
import { dayIn } from './days.js';
import { DisputesLink } from './disputes/disputes-link.js';
import { Distribution } from './distribution.js';
import { Drill } from './drill.js';
import { Feed } from './feed.js';
import type { Figures } from './figures.js';
import { FilterBar } from './filters.js';
import { Funnel } from './funnel.js';
import { HeatMap } from './heat-map.js';
import { HistoryContext } from './history-context.js';
import { Icon } from './icons.js';
import { LatenessPanel } from './lateness-panel.js';
import { NoLeadYet } from './no-lead-yet.js';
import { ProblemNote } from './problem-note.js';
import { inOrder } from './rep-order.js';
import { Reps } from './reps.js';
import { AsOfContext, TeamContext, type TeamPage } from './team-context.js';
import { team } from './team-store.js';
import { Tiles } from './tiles.js';
import { useAddress } from './use-address.js';
import { paceOf, useComparisonOf, useFigures, useHistoryOf, useSources } from './use-asked.js';
import { useFormats } from './use-formats.js';
import { useMoves } from './use-moves.js';

/** All panels of a team, and the one that opens over them. `turning`: the state is another team's still, and its figures are not shown. */
export function Board({ state: heard, turning }: { state: TeamState; turning: boolean }) {
  const { address } = useAddress();
  const { filters } = address;
  const now = useLink((view) => view.asOf);
  const { known } = useTrust();
  const state = useMemo(() => (turning ? { ...heard, feed: [] } : heard), [heard, turning]);
  const { zone } = state.site;
  const today = useMemo(() => dayIn(zone, now), [zone, Math.floor(now / 60_000)]);
  useMoves(team, paceOf(filters));
  const asked = useFigures(state, filters, today);
  const { problem, asOf } = asked;
  const figures = turning && isLive(filters) ? null : asked.figures;
  const history = useHistoryOf(filters, today, zone, now);
  const comparison = useComparisonOf(filters, today);
  const page = useMemo<TeamPage>(
    () => ({ state, filters, figures, problem, today, known }),
    [state, filters, figures, problem, today, known],
  );
  return (
    <TeamContext.Provider value={page}>
      <AsOfContext.Provider value={now}>
        <HistoryContext.Provider value={history}>
          <ComparisonContext.Provider value={comparison}>
            <Bar asOf={asOf ?? now} figures={figures} />
            {problem !== null && <ProblemNote problem={problem} />}
            <NoLeadYet />
            <Panels busy={figures === null} />
            <Drill />
          </ComparisonContext.Provider>
        </HistoryContext.Provider>
      </AsOfContext.Provider>
    </TeamContext.Provider>
  );
}

/** Drawn anew only when a figure has changed; what moves every second draws itself. */
const Panels = memo(function Panels({ busy }: { busy: boolean }) {
  return (
    <main className="team" aria-busy={busy}>
      <h1 className="vh">
        <Trans>Team</Trans>
      </h1>
      <Tiles />
      <Funnel />
      <Distribution />
      <Reps />
      <Feed />
      <Compliance />
      <HeatMap />
      <LatenessPanel />
    </main>
  );
});

/** Filters left; how old the figures are, pause and export right. */
function Bar({ asOf, figures }: { asOf: number; figures: Figures | null }) {
  const { t } = useLingui();
  const { clockSeconds, zone } = useFormats();
  const paused = useLink((view) => view.paused);
  const waiting = useLink((view) => view.waitingChanges);
  const today = dayIn(zone, asOf);
  const at = clockSeconds(asOf);
  return (
    <section className="filters" aria-label={t`Filters`}>
      <FilterBar sources={useSources(today)} />
      <span className="grow" />
      <DisputesLink />
      <span className="asof">
        <Trans>
          as of {at}, {zone}
        </Trans>
      </span>
      <button type="button" className={paused ? 'btn btn-warn' : 'btn'} aria-pressed={paused} onClick={togglePause}>
        <Icon of={paused ? 'play' : 'pause'} />
        {paused ? <Trans>Go on ({waiting})</Trans> : <Trans>Pause live</Trans>}
      </button>
      <button
        type="button"
        className="btn"
        disabled={figures === null}
        onClick={() => download(`reps-${today}.csv`, csvOf(repLines(figures)))}
      >
        <Icon of="csv" />
        <Trans>Export CSV</Trans>
      </button>
    </section>
  );
}

/** Words of the API, for whoever calculates on. */
const repLines = (figures: Figures | null) => [
  ['rep', 'name', 'open', 'late', 'answered', 'median_s', 'p90_s', 'met', 'judged', 'in_target'],
  ...inOrder(figures?.reps ?? [], { by: 'answered', down: true }).map(
    ({ rep, name, open, late, answered, medianSeconds, p90Seconds, inTarget: { met, n, value } }) => [
      rep,
      name,
      open,
      late,
      answered,
      medianSeconds,
      p90Seconds,
      met,
      n,
      value,
    ],
  ),
];
