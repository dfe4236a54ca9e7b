import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { goalEdge, isFew, shownShare } from '../wall/goal.js';
import { Changed } from './changed.js';
import { Delta, type DeltaUnit } from './delta.js';
import { FigureLink } from './figure-link.js';
import { type DayPoint, sparkline } from './history.js';
import { useHistory } from './history-context.js';
import { Shape } from './icons.js';
import { Sparkline } from './sparkline.js';
import { useAsOf, useTeam } from './team-context.js';
import { useAddress } from './use-address.js';
import { NOTHING, useFormats, useSeconds } from './use-formats.js';

/** The four figures that are read first. No averages: one forgotten lead ruins them. */
export const Tiles = () => (
  <>
    <Waiting />
    <Late />
    <InTarget />
    <FirstAnswer />
  </>
);

interface TileParts {
  readonly title: string;
  readonly edge: 'in' | 'soon' | 'late' | 'none';
  readonly now: number | null;
  readonly unit: DeltaUnit;
  readonly points: readonly DayPoint[] | undefined;
  readonly children: ReactNode;
}

function Tile({ title, edge, now, unit, points, children }: TileParts) {
  const { figures, today, filters, known } = useTeam();
  const ofToday = unit === 'leads' || filters.period === 'today';
  return (
    <section className={`panel kpi edge-${known && figures !== null ? edge : 'none'}`}>
      <h2>{title}</h2>
      <p className="v">{known && figures !== null ? children : <b>{figures === null ? <i className="bone" /> : NOTHING}</b>}</p>
      {known && figures !== null && <Delta unit={unit} now={now} points={points} />}
      {points !== undefined && <Sparkline values={ofToday ? sparkline(points, today, now) : points.map(({ value }) => value)} />}
      <Changed value={known ? now : null} />
    </section>
  );
}

function Waiting() {
  const { t } = useLingui();
  const { number } = useFormats();
  const { figures } = useTeam();
  const waiting = figures?.waiting ?? { n: 0, nobodys: 0 };
  return (
    <Tile
      title={t`Waiting now`}
      edge={figures === null ? 'none' : 'in'}
      now={figures?.waiting.n ?? null}
      unit="leads"
      points={useHistory()?.waiting}
    >
      <FigureLink kind="waiting">
        <b>{number(waiting.n)}</b>
      </FigureLink>
      {waiting.nobodys > 0 && (
        <FigureLink kind="nobodys" className="figure beside">
          <Plural value={waiting.nobodys} one="# nobody’s" other="# nobody’s" />
        </FigureLink>
      )}
    </Tile>
  );
}

function Late() {
  const { t } = useLingui();
  const { number, wait } = useFormats();
  const { to } = useAddress();
  const asOf = useAsOf();
  const { figures } = useTeam();
  const { n, oldest } = figures?.late ?? { n: 0, oldest: null };
  const longest = oldest === null ? '' : wait(oldest.heldMs ?? Math.max(0, asOf - oldest.since));
  return (
    <Tile title={t`Late now`} edge={n > 0 ? 'late' : 'in'} now={figures?.late.n ?? null} unit="leads" points={useHistory()?.late}>
      <FigureLink kind="late">
        {n > 0 && <Shape of="late" />}
        <b>{number(n)}</b>
      </FigureLink>
      {oldest !== null && n > 0 && (
        <Link className="figure beside" to={to({ showing: { kind: 'late', detail: null, of: undefined }, lead: oldest.lead })}>
          <Trans>longest {longest}</Trans>
        </Link>
      )}
    </Tile>
  );
}

function InTarget() {
  const { t } = useLingui();
  const { number, percent } = useFormats();
  const { figures, state } = useTeam();
  const { value, met, n } = figures?.inTarget ?? { value: null, met: 0, n: 0 };
  const { goal } = state.site;
  const [metText, nText, goalText] = [number(met), number(n), percent(goal)];
  return (
    <Tile title={t`Answered in target`} edge={goalEdge(value, n, goal)} now={value} unit="share" points={useHistory()?.inTarget}>
      {value === null ? (
        <>
          <b>{NOTHING}</b>
          <span>
            <Trans>goal {goalText}</Trans>
          </span>
        </>
      ) : (
        <>
          <FigureLink kind="missed">
            <b className={isFew(n) ? 'few-figure' : undefined}>{percent(shownShare(value, goal))}</b>
          </FigureLink>
          <FigureLink kind="met" className="figure beside">
            <Trans>
              {metText} of {nText}, goal {goalText}
            </Trans>
          </FigureLink>
        </>
      )}
    </Tile>
  );
}

function FirstAnswer() {
  const { t } = useLingui();
  const seconds = useSeconds();
  const { figures, state } = useTeam();
  const { medianSeconds, p90Seconds } = figures?.response ?? { medianSeconds: null, p90Seconds: null };
  const target = state.site.targetSeconds;
  const edge = medianSeconds === null ? 'none' : medianSeconds <= target ? 'in' : 'late';
  const p90 = seconds(p90Seconds);
  return (
    <Tile title={t`Median first answer`} edge={edge} now={medianSeconds} unit="seconds" points={useHistory()?.response}>
      {medianSeconds === null ? (
        <b>{NOTHING}</b>
      ) : (
        <>
          <FigureLink kind="answered">
            <b>{seconds(medianSeconds)}</b>
          </FigureLink>
          <FigureLink kind="answered" className="figure beside">
            <Trans>p90 {p90}</Trans>
          </FigureLink>
        </>
      )}
    </Tile>
  );
}
