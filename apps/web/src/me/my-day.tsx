import type { RepState } from '@leadclock/live-protocol/rep-state.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { NOTHING, UNKNOWN, useWords } from '../clock/words.js';
import { useClock, useFormattingLocale, useLink, useLive, useTrust, useZone } from '../console/use-console.js';
import { formatPercent } from '../i18n/formats.js';
import { isFew, shownShare } from '../wall/goal.js';
import { AnswerDots } from './answer-dots.js';
import { JustNow } from './just-now.js';
import { MyLeads } from './my-leads.js';
import { own } from './streams.js';
import { useLoop } from './use-loop.js';

const noDay: RepState['today'] = { answered: 0, medianSeconds: null, p90Seconds: null, inTarget: { value: null, n: 0 } };
const noAnswers: RepState['answers'] = [];

/** The rep's own day: answered, median, in target, and each answer as a dot. */
export function MyDay() {
  const { t } = useLingui();
  const today = useToday();
  const answers = useLive(own, (state) => state?.answers ?? noAnswers);
  const targetSeconds = useLink((view) => view.site?.targetSeconds ?? 300);
  const minute = useLink((view) => view.asOf - (view.asOf % 60_000));
  const words = useWords();
  const target = words.target(targetSeconds);
  const loop = useLoop();
  const inTime = answers.filter(({ late }) => !late).length;
  const total = answers.length;
  return (
    <aside className="day" aria-label={t`My day`}>
      <header>
        <h1>
          <Trans>My day</Trans>
        </h1>
        <span className="t3 small">{today}</span>
      </header>
      <Trio />
      <section>
        <h2>
          <Trans>My answers today</Trans>
        </h2>
        <p className="cap t3 dots-sum">
          {total === 0 ? (
            <Trans>None yet</Trans>
          ) : (
            <Trans>
              {inTime} of {total} within {target}
            </Trans>
          )}
        </p>
        <AnswerDots answers={answers} targetSeconds={targetSeconds} now={minute} />
      </section>
      <JustNow />
      <MyLeads />
      {loop !== null && <loop.TellMe />}
    </aside>
  );
}

/** The three figures, on a phone at the foot of the list. */
export function Trio({ small = false }: { small?: boolean }) {
  const words = useWords();
  const clock = useClock();
  const locale = useFormattingLocale();
  const { known } = useTrust();
  const day = useLive(own, (state) => state?.today ?? noDay);
  const goal = useLink((view) => view.site?.goal ?? null);
  const at = clock.short(useLink((view) => view.asOf - (view.asOf % 60_000)));
  const time = (seconds: number | null): string => (seconds === null ? NOTHING : words.wait(seconds * 1_000));
  const show = (text: string | number): string | number => (known ? text : UNKNOWN);
  const p90 = time(day.p90Seconds);
  const wanted = goal === null ? null : formatPercent(locale, goal);
  return (
    <dl className={small ? 'trio trio-small' : 'trio'}>
      <div>
        <dt>
          <Trans>Answered</Trans>
        </dt>
        <dd>
          {show(day.answered)}
          {!small && (
            <small>
              <Trans>by {at}</Trans>
            </small>
          )}
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Median</Trans>
        </dt>
        <dd>
          {show(time(day.medianSeconds))}
          {!small && <small>{known && <Trans>p90 {p90}</Trans>}</small>}
        </dd>
      </div>
      <div>
        <dt>
          <Trans>In target</Trans>
        </dt>
        <dd className={isFew(day.inTarget.n) ? 'few-figure' : undefined}>
          {show(day.inTarget.value === null ? NOTHING : formatPercent(locale, shownShare(day.inTarget.value, goal ?? 1)))}
          {!small && <small>{wanted !== null && <Trans>goal {wanted}</Trans>}</small>}
        </dd>
      </div>
    </dl>
  );
}

function useToday(): string {
  const [locale, zone] = [useFormattingLocale(), useZone()];
  const hour = useLink((view) => view.now - (view.now % 3_600_000));
  const format = useMemo(
    () => new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'long', timeZone: zone }),
    [locale, zone],
  );
  return format.format(hour);
}
