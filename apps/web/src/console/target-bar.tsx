import { Trans } from '@lingui/react/macro';
import type { Status } from '../clock/status.js';
import { useWords } from '../clock/words.js';
import { barOf } from './bar.js';

interface BarProps {
  readonly status: Status;
  readonly waitMs: number;
  /** null: no policy gives it a target */
  readonly targetMs: number | null;
  readonly known?: boolean;
}

/** The thin bar under a row: full width is the target; a late one is full. */
export function RowBar({ status, waitMs, targetMs, known = true }: BarProps) {
  const { filled } = barOf(waitMs, targetMs);
  return (
    <span className={`fill fill-${status}`} aria-hidden="true">
      <i style={{ width: `${known ? filled * 100 : 0}%` }} />
    </span>
  );
}

/** The bar with its scale. Past the target its width is the time waited: grey what was allowed, solid the overrun. */
export function TargetBar({ status, waitMs, targetMs, known = true }: BarProps) {
  const words = useWords();
  if (targetMs === null) return null;
  const { filled, allowed, soon } = barOf(waitMs, targetMs);
  const over = allowed < 1;
  const wait = words.wait(waitMs);
  const target = words.wait(targetMs);
  const soonFrom = words.wait(targetMs * 0.6);
  return (
    <div className="target" aria-hidden="true">
      <span className={`fill fill-${status}`}>
        <i style={{ width: `${known ? filled * 100 : 0}%` }} />
      </span>
      {over && known && <i className="was" style={{ width: `${allowed * 100}%` }} />}
      <i className="tick minor" style={{ left: `${soon * 100}%` }} />
      <i className="tick" style={over ? { left: `${allowed * 100}%` } : { right: 0 }} />
      <div className="scale">
        <span>0:00</span>
        {soon > 0.16 && (
          <span style={{ left: `${soon * 100}%` }}>
            <Trans>due soon {soonFrom}</Trans>
          </span>
        )}
        {over ? (
          <>
            {allowed > 0.5 && allowed < 0.84 && (
              <span style={{ left: `${allowed * 100}%` }}>
                <Trans>target {target}</Trans>
              </span>
            )}
            <span className="end">{known && <Trans>waiting {wait}</Trans>}</span>
          </>
        ) : (
          <span className="end">
            <Trans>target {target}</Trans>
          </span>
        )}
      </div>
    </div>
  );
}
