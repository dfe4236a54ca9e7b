import { confidence } from './wilson.js';

const WIDTH = 140;
const LEFT = 4;
const SPAN = 132;

/** From 50 to 100 %: the 95 % interval as a band, the share as a dot, the goal dotted. What lies below 50 % stands at the left end. */
export function IntervalBar({ met, n, goal, grey }: { met: number; n: number; goal: number; grey: boolean }) {
  const interval = confidence(met, n);
  if (interval === null) return null;
  const x = (share: number): number => LEFT + Math.min(1, Math.max(0, (share - 0.5) * 2)) * SPAN;
  const [low, high] = [x(interval.low), x(interval.high)];
  return (
    <svg className={grey ? 'interval interval-grey' : 'interval'} width={WIDTH} height="20" viewBox={`0 0 ${WIDTH} 20`} aria-hidden="true">
      <line x1={LEFT} x2={LEFT + SPAN} y1="10" y2="10" className="scale" />
      <line x1={x(goal)} x2={x(goal)} y1="1" y2="19" className="goal" />
      <rect x={low} y="6" width={Math.max(2, high - low)} height="8" rx="4" className="band" />
      <circle cx={x(met / n)} cy="10" r="4.5" className="dot" />
    </svg>
  );
}
