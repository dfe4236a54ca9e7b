import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Icon, type IconName } from '../console/icons.js';
import { humanised, useSourceWords } from '../console/source-words.js';
import { useClock, useFormattingLocale, useLink, useLive, useZone } from '../console/use-console.js';
import type { TimelineEvent } from './lead-answers.js';
import { memberOf } from './record.js';
import { floor } from './streams.js';
import { useLeadTimeline } from './use-lead-timeline.js';

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

const latestFirst = (a: TimelineEvent, b: TimelineEvent): number => b.at - a.at;

/** What was before: the latest touches and how the lead came, each with whether it counts. */
export function History({ lead, waits }: { lead: QueueLead; waits: boolean }) {
  const { data, isPending } = useLeadTimeline(lead, waits);
  const events = data?.kind === 'found' ? data.body : [];
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
          <Line key={event.key} event={event} />
        ))}
      </ul>
    </section>
  );
}

function Line({ event }: { event: TimelineEvent }) {
  const { t } = useLingui();
  const words = useSourceWords();
  const dayOrTime = useDayOrTime();
  const { type, channel, outcome, counts, code, at } = event;
  const rep = useLive(floor, (state) => (event.rep === null ? null : (memberOf(state?.reps ?? {}, event.rep)?.name ?? event.rep)));
  const created = type === 'lead.created';
  const automatic = event.actor === 'automated' || event.actor === 'ai';
  const icon = created ? 'inbox' : automatic ? 'robot' : (icons.get(channel ?? '') ?? 'pencil');
  const touch = [words.channel(channel ?? 'other'), outcome === null ? null : words.outcome(outcome)];
  const enquiry = [t`Enquiry`, event.product === null ? null : humanised(event.product)];
  const takenBack = code === 'taken_back' || code === 'retracted_touch';
  return (
    <li className={takenBack ? 'taken-back' : undefined}>
      <time className="t3" dateTime={new Date(at).toISOString()}>
        {dayOrTime(at)}
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
