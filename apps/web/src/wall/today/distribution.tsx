import type { ResponseBin } from '@leadclock/live-protocol/funnel-step.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { UNKNOWN, useWords } from '../../clock/words.js';
import { useKnown, useView } from '../use-view.js';
import { type Bar, barsOf, picture, targetX } from './bars.js';

/** First answers of today by how long they took; the line is the target, what is beyond it is hatched. */
export function Distribution() {
  const bins = useView((view) => view.state?.distribution ?? none);
  const known = useKnown();
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  const n = known ? count : UNKNOWN;
  return (
    <section className="panel">
      <h2 className="panel-head">
        <Trans>First answer, min</Trans>
        <span>
          <Trans>n = {n}</Trans>
        </span>
      </h2>
      {known && count === 0 ? (
        <p className="quiet">
          <Trans>No answers yet today</Trans>
        </p>
      ) : (
        <Picture bins={bins} known={known} />
      )}
    </section>
  );
}

const none: readonly ResponseBin[] = [];

function Picture({ bins, known }: { bins: readonly ResponseBin[]; known: boolean }) {
  const { t } = useLingui();
  const words = useWords();
  const targetSeconds = useView((view) => view.state?.site.targetSeconds ?? 0);
  const bars = barsOf(bins, targetSeconds);
  const line = targetX(bins, targetSeconds);
  const target = words.target(targetSeconds);
  const sum = (late: boolean): number => bars.reduce((total, bar) => (bar.late === late ? total + bar.count : total), 0);
  const [early, late] = [sum(false), sum(true)];
  const name = known ? t`${early} within ${target}, ${late} later` : UNKNOWN;
  return (
    <svg className="bins" viewBox={`0 0 ${picture.width} ${picture.height}`} role="img" aria-label={name}>
      <pattern id="late-bin" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="bin-late" d="M0 0h16v16H0z" />
        <path className="bin-stripe" d="M0 0h4v16H0z" />
      </pattern>
      <path className="bins-base" d={`M0 ${picture.base}h${picture.width}`} />
      {known && bars.map((bar) => <BinBar key={bar.x} bar={bar} />)}
      {line !== null && <path className="bins-target" d={`M${line} 10V${picture.base + 8}`} />}
      {known && bars.map((bar) => <BinCount key={bar.x} bar={bar} />)}
      {bins.map(({ fromSeconds }, at) => (
        <text
          key={fromSeconds}
          className={fromSeconds === targetSeconds ? 'bin-edge bin-target' : 'bin-edge'}
          x={picture.left + at * picture.step}
          y={picture.height - 8}
        >
          {fromSeconds / 60}
        </text>
      ))}
      {line !== null && <TargetLabel at={line} label={target} />}
    </svg>
  );
}

const BinBar = ({ bar: { x, y, height, late } }: { bar: Bar }) => (
  <rect className={late ? 'bin bin-over' : 'bin'} x={x} y={y} width={picture.bar} height={height} rx="3" />
);

const BinCount = ({ bar: { labelX, labelSet, y, count, told } }: { bar: Bar }) =>
  told ? (
    <text
      className={count === 0 ? 'bin-count bin-none' : 'bin-count'}
      x={labelX}
      y={y - picture.label}
      {...(labelSet === null ? {} : { textLength: labelSet, lengthAdjust: 'spacingAndGlyphs' })}
    >
      {count}
    </text>
  ) : null;

/** the label stands where there is room for it */
const LABEL_RIGHT_UP_TO = 430;
const LABEL_AWAY = 18;

function TargetLabel({ at, label }: { at: number; label: string }) {
  const right = at <= LABEL_RIGHT_UP_TO;
  return (
    <text className="bin-label" x={right ? at + LABEL_AWAY : at - LABEL_AWAY} y="50" textAnchor={right ? 'start' : 'end'}>
      {label}
    </text>
  );
}
