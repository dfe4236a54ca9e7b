import type { ResponseBin } from '@leadclock/live-protocol/funnel-step.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../clock/words.js';
import { isLateBin, targetPlace } from './bins.js';
import { FigureLink } from './figure-link.js';
import { axisTo, marksOf } from './scales.js';
import { useTeam } from './team-context.js';
import { NOTHING, useFormats } from './use-formats.js';
import { useWidth } from './use-width.js';

const HEIGHT = 212;
const BASE = 188;
/** Room for the number on the highest bar below the name of the target, which may stand beside it. */
const TOP = 48;
const LEFT = 28;

interface Picture {
  readonly bins: readonly ResponseBin[];
  readonly before: readonly ResponseBin[] | null;
  readonly targetSeconds: number;
  readonly edges: (bin: ResponseBin) => string;
  readonly share: (count: number) => string;
}

/** Nine bars of equal width under a line at the target. Each bar is a link; pointer and focus show its number and share. */
export function DistributionPicture({ bins, before, targetSeconds, edges, share }: Picture) {
  const { t } = useLingui();
  const words = useWords();
  const { number, axis: onAxis } = useFormats();
  const { known } = useTeam();
  const [box, width] = useWidth<HTMLDivElement>(536);
  const axis = axisTo(Math.max(...bins.map(({ count }) => count), ...(before ?? []).map(({ count }) => count)));
  const y = (count: number): number => BASE - (count / axis.top) * (BASE - TOP);
  const step = (width - LEFT) / Math.max(1, bins.length);
  const place = targetPlace(bins, targetSeconds);
  const target = words.target(targetSeconds);
  return (
    <div className="chart" ref={box}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        <Hatch />
        {marksOf(axis).map((mark) => (
          <g key={mark}>
            <line x1={LEFT} x2={width} y1={y(mark)} y2={y(mark)} className={mark === 0 ? 'base' : 'grid'} />
            <text x={LEFT - 8} y={y(mark) + 4} textAnchor="end" className="axis">
              {onAxis(mark)}
            </text>
          </g>
        ))}
        {bins.map((bin, index) => {
          const ghost = before?.[index]?.count ?? 0;
          const left = LEFT + index * step;
          const late = isLateBin(bin, targetSeconds);
          return (
            <g key={bin.fromSeconds}>
              {known && (
                <rect
                  x={left + 4}
                  y={y(bin.count)}
                  width={Math.max(1, step - 8)}
                  height={BASE - y(bin.count)}
                  rx="2"
                  className={late ? 'chart-bar-late' : 'chart-bar'}
                />
              )}
              {ghost > 0 && <rect x={left + 1.5} y={y(ghost)} width={Math.max(1, step - 3)} height={BASE - y(ghost)} className="ghost" />}
              <text x={left + step / 2} y={Math.min(y(bin.count), y(ghost)) - 6} textAnchor="middle" className="count">
                {known ? number(bin.count) : NOTHING}
              </text>
              <text x={left} y="208" textAnchor="middle" className={bin.fromSeconds === targetSeconds ? 'axis axis-on' : 'axis'}>
                {number(bin.fromSeconds / 60)}
              </text>
            </g>
          );
        })}
        {bins.length > 0 && (
          <text x={width} y="208" textAnchor="end" className="axis">
            {step < 44 ? '∞' : <Trans>∞ min</Trans>}
          </text>
        )}
        {place !== null && (
          <g>
            <line x1={LEFT + place * step} x2={LEFT + place * step} y1="14" y2={BASE} className="target" />
            <text x={LEFT + place * step + 8} y="24" className="count">
              <Trans>target {target}</Trans>
            </text>
          </g>
        )}
      </svg>
      <div className="hits">
        {bins.map((bin, index) => {
          const [count, part] = known ? [number(bin.count), share(bin.count)] : [NOTHING, NOTHING];
          const minutes = edges(bin);
          return (
            <FigureLink
              key={bin.fromSeconds}
              kind="bin"
              detail={String(index)}
              className="hit"
              label={t`${minutes}: ${count} answers, ${part}`}
            >
              <span className="tip" aria-hidden="true">
                {minutes}
                <b>
                  {count} · {part}
                </b>
              </span>
            </FigureLink>
          );
        })}
      </div>
    </div>
  );
}

/** What lies beyond the target is hatched, so that it is told without colour. */
const Hatch = () => (
  <defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" className="hatch-ground" />
      <rect width="1.5" height="6" className="hatch-line" />
    </pattern>
  </defs>
);
