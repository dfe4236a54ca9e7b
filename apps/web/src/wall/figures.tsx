import { Trans } from '@lingui/react/macro';
import { useStore } from 'zustand';
import { Shape } from '../clock/shapes.js';
import { statusOf, waitMs } from '../clock/status.js';
import { NOTHING, UNKNOWN, useWords } from '../clock/words.js';
import { formatPercent, percentParts } from '../i18n/formats.js';
import { Changed } from './changed.js';
import { goalEdge, isFew, shownShare } from './goal.js';
import { momentStore } from './moments/moments.js';
import { useFormattingLocale, useKnown, useView } from './use-view.js';

/** The strip that never leaves: over target, the longest wait, within target today. */
export const Figures = () => (
  <section className="figures">
    <OverTarget />
    <LongestWait />
    <WithinTarget />
  </section>
);

const more = (before: number, after: number): boolean => after > before;
/** more digits than this stand in the smaller figure */
const FIGURE_DIGITS = 3;
const COMPACT_FROM = 100_000;

function OverTarget() {
  const words = useWords();
  const locale = useFormattingLocale();
  const late = useView((view) => view.state?.lateCount ?? 0);
  const target = words.target(useView((view) => view.state?.site.targetSeconds ?? 0));
  const known = useKnown();
  const notation = late >= COMPACT_FROM ? 'compact' : 'standard';
  const count = new Intl.NumberFormat(locale, { notation, useGrouping: false }).format(late);
  return (
    <div className={`tile edge-${!known ? 'none' : late > 0 ? 'late' : 'in'}`}>
      <h2>
        <Trans>Over {target}</Trans>
      </h2>
      <p className={known && count.length > FIGURE_DIGITS ? 'figure figure-long' : 'figure'}>{known ? count : UNKNOWN}</p>
      <Changed value={known ? late : null} silent={more} />
      <BreachGlow />
    </div>
  );
}

/** The edge glows once for each moment in which leads turned late. */
function BreachGlow() {
  const glows = useStore(momentStore, (moments) => moments.glows);
  return glows === 0 ? null : <i className="glow" key={glows} />;
}

function LongestWait() {
  const words = useWords();
  const oldest = useView((view) => view.state?.oldest ?? null);
  const asOf = useView((view) => view.asOf);
  const known = useKnown();
  const status = oldest === null || !known ? null : statusOf(oldest, asOf);
  return (
    <div className={`tile edge-${edgeOf[status ?? 'none']}`}>
      <h2>
        <Trans>Longest wait</Trans>
      </h2>
      {oldest === null || status === null ? (
        <p className="figure">{known ? NOTHING : UNKNOWN}</p>
      ) : (
        <p className="figure figure-wait">
          <Shape of={status} />
          <span className="hidden">{words.status(status)} </span>
          <time>{words.wait(waitMs(oldest, asOf))}</time>
        </p>
      )}
    </div>
  );
}

const edgeOf = { in: 'in', soon: 'soon', late: 'late', very: 'late', paused: 'none', untimed: 'none', none: 'none' } as const;

function WithinTarget() {
  const words = useWords();
  const locale = useFormattingLocale();
  const share = useView((view) => view.state?.inTarget.value ?? null);
  const n = useView((view) => view.state?.inTarget.n ?? 0);
  const goal = useView((view) => view.state?.site.goal ?? 0);
  const target = words.target(useView((view) => view.state?.site.targetSeconds ?? 0));
  const known = useKnown();
  const shown = share === null ? null : shownShare(share, goal);
  const goalText = formatPercent(locale, goal);
  return (
    <div className={`tile edge-${known ? goalEdge(share, n, goal) : 'none'}`}>
      <h2>
        <Trans>Within {target} today</Trans>
      </h2>
      <p className={isFew(n) ? 'figure figure-few' : 'figure'}>
        {known && shown !== null ? <Share locale={locale} share={shown} /> : known ? NOTHING : UNKNOWN}
        <small>
          <Trans>goal {goalText}</Trans>
        </small>
      </p>
      <Changed value={known ? shown : null} />
    </div>
  );
}

function Share({ locale, share }: { locale: string; share: number }) {
  const { digits, sign, signFirst } = percentParts(locale, share);
  const narrow = digits.length >= FIGURE_DIGITS;
  const mark = <span className={narrow ? 'sign-small' : undefined}>{sign}</span>;
  return (
    <span className="share">
      {signFirst && mark}
      {digits}
      {!signFirst && mark}
    </span>
  );
}
