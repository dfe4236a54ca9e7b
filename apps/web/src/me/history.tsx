import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Icon, type IconName } from '../console/icons.js';
import { humanised, useSourceWords } from '../console/source-words.js';
import { useClock, useFormattingLocale, useLink, useLive, useZone } from '../console/use-console.js';
import { type TimelineEvent, useTimeline } from './lead-answers.js';
import { memberOf } from './record.js';
import { floor, own } from './streams.js';

const SHOWN = 5;

const icons: ReadonlyMap<string, IconName> = new Map([
  ['call', 'phone'],
  ['email', 'mail'],
  ['chat', 'chat'],
  ['sms', 'chat'],
  ['meeting', 'calendar'],
  ['demo', 'calendar'],
  ['visit', 'calendar'],
]);

const latestFirst = (a: TimelineEvent, b: TimelineEvent): number => Date.parse(b.time) - Date.parse(a.time);

/** What was before: the latest touches and how the lead came, each with whether it counts. */
export function History({ lead, version }: { lead: string; version: string }) {
  const answered = useLive(own, (state) => state?.today.answered ?? 0);
  const { data, isPending } = useTimeline(lead, `${version} ${answered}`);
  const events = data?.kind === 'found' ? data.body.events : [];
  const shown = events.filter(({ type }) => type === 'touchpoint.recorded' || type === 'lead.created').sort(latestFirst);
  return (
    <section className="panel card prev" aria-busy={isPending}>
      <h2>
        <Trans>Previous contacts</Trans>
      </h2>
      {isPending && <i className="bone" />}
      {!isPending && shown.length === 0 && (
        <p className="t2">
          <Trans>None is known.</Trans>
        </p>
      )}
      <ul>
        {shown.slice(0, SHOWN).map((event) => (
          <Line key={`${event.source} ${event.id}`} event={event} />
        ))}
      </ul>
    </section>
  );
}

function Line({ event }: { event: TimelineEvent }) {
  const { t } = useLingui();
  const words = useSourceWords();
  const dayOrTime = useDayOrTime();
  const { type, data, counts, code, time } = event;
  const rep = useLive(floor, (state) => (data.rep === undefined ? null : (memberOf(state?.reps ?? {}, data.rep)?.name ?? data.rep)));
  const created = type === 'lead.created';
  const automatic = data.actor === 'automated' || data.actor === 'ai';
  const icon = created ? 'inbox' : automatic ? 'robot' : (icons.get(data.channel ?? '') ?? 'pencil');
  const touch = [words.channel(data.channel ?? 'other'), data.outcome === undefined ? null : words.outcome(data.outcome)];
  const enquiry = [t`Enquiry`, data.product === undefined ? null : humanised(data.product)];
  const takenBack = code === 'taken_back' || code === 'retracted_touch';
  return (
    <li className={takenBack ? 'taken-back' : undefined}>
      <time className="t3" dateTime={time}>
        {dayOrTime(Date.parse(time))}
      </time>
      <Icon of={icon} />
      <span className="cut">
        {(created ? enquiry : touch).filter((part) => part !== null).join(', ')}
        {automatic && <Trans>, sent automatically</Trans>}
      </span>
      <span className="t3 cut">{takenBack ? <Trans>taken back</Trans> : counts || created ? rep : <Trans>does not count</Trans>}</span>
    </li>
  );
}

/** The day of what is long ago, the time of what is of today. */
function useDayOrTime(): (instant: number) => string {
  const [locale, zone, clock] = [useFormattingLocale(), useZone(), useClock()];
  const hour = useLink((view) => view.now - (view.now % 3_600_000));
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: zone });
    const today = day.format(hour);
    return (instant) => (day.format(instant) === today ? clock.short(instant) : day.format(instant));
  }, [locale, zone, hour, clock]);
}
