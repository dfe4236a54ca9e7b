/** One stretch of a way. */
export interface Stretch {
  readonly leg: string;
  readonly seconds: number;
  /** `system` or `human` */
  readonly by: string;
  /** its number in the list that goes with the bar; left out: there is none */
  readonly number?: number;
}

/** A number needs so large a share of the bar to stand in it. */
const ROOM = 0.05;

/** A way as one bar: hatched is system time, full is people's. It says nothing by itself: the same stands in words beside it. */
export function JourneyBar({ stretches }: { stretches: readonly Stretch[] }) {
  const whole = stretches.reduce((sum, { seconds }) => sum + seconds, 0);
  if (whole === 0) return null;
  return (
    <span className="way" aria-hidden="true">
      {stretches.map(
        ({ leg, seconds, by, number }) =>
          seconds > 0 && (
            <i key={`${leg} ${by}`} className={by === 'system' ? 'way-system' : 'way-people'} style={{ flexGrow: seconds / whole }}>
              {seconds / whole >= ROOM && number}
            </i>
          ),
      )}
    </span>
  );
}
