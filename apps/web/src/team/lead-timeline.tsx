import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { LeadDetail, TimelineEvent } from './answers.js';
import { DisputeButton } from './disputes/dispute-button.js';
import { useEventWords } from './event-words.js';
import { Icon, Shape } from './icons.js';
import { useReasonWords } from './reason-words.js';
import { useTeam } from './team-context.js';
import { FOLD_FROM, iconOf, linesOfLead, type Mark, markOf, touchBySomebody } from './timeline-lines.js';
import { useFormats } from './use-formats.js';

/** Every event of the lead, and why it counted or did not. */
export function LeadTimeline({ detail, events }: { detail: LeadDetail; events: readonly TimelineEvent[] }) {
  const { zone, longDay, dayOf } = useFormats();
  const [all, setAll] = useState(false);
  const arrivedAt = detail.state.arrived_at === null ? null : Date.parse(detail.state.arrived_at);
  const lines = linesOfLead(detail, events);
  const silent = events.filter((event) => markOf(event) === 'not').length;
  const folded = silent > FOLD_FROM && !all;
  const gone = events.filter((event) => markOf(event) === 'gone').length;
  const day = arrivedAt === null ? '' : `${longDay(dayOf(arrivedAt))}, `;
  return (
    <section className="panel" aria-labelledby="timeline">
      <header>
        <h2 id="timeline">
          <Trans>Timeline</Trans>
        </h2>
        <span className="sub cut">
          {day}
          {zone}
        </span>
        <span className="grow" />
        <span className="sub">
          <Plural value={events.length} one="# event" other="# events" />
          {gone > 0 && (
            <>
              , <Plural value={gone} one="# taken back" other="# taken back" />
            </>
          )}
        </span>
      </header>
      <ol className="tl">
        {lines.map((line, index) => {
          if (line.kind === 'due') return <Due key="due" at={line.at} arrivedAt={arrivedAt} />;
          if (folded && markOf(line.event) === 'not') return null;
          return (
            <Event
              key={`${line.event.source} ${line.event.id} ${index}`}
              lead={detail.state.merged_into == null ? detail.lead : null}
              event={line.event}
              at={line.at}
              arrivedAt={arrivedAt}
            />
          );
        })}
      </ol>
      {silent > FOLD_FROM && (
        <button type="button" className="btn btn-quiet more" aria-expanded={all} onClick={() => setAll(!all)}>
          <Plural value={silent} one="# that does not count" other="# that do not count" />
        </button>
      )}
    </section>
  );
}

function Times({ at, arrivedAt }: { at: number; arrivedAt: number | null }) {
  const { clockSeconds, wait, day, dayOf } = useFormats();
  const sameDay = arrivedAt === null || dayOf(at) === dayOf(arrivedAt);
  return (
    <>
      <time dateTime={new Date(at).toISOString()}>
        {clockSeconds(at)}
        {!sameDay && <small>{day(dayOf(at))}</small>}
      </time>
      <span className="w">{arrivedAt !== null && at >= arrivedAt ? wait(at - arrivedAt) : ''}</span>
    </>
  );
}

function Due({ at, arrivedAt }: { at: number; arrivedAt: number | null }) {
  return (
    <li className="key">
      <Times at={at} arrivedAt={arrivedAt} />
      <span className="dot late">
        <Shape of="late" />
      </span>
      <div>
        <b>
          <Trans>Target passed</Trans>
        </b>
        <span className="why">
          <Trans>No answer yet. Late from this instant on, whatever came later.</Trans>
        </span>
      </div>
      <span className="tag tag-late">
        <Shape of="late" />
        <Trans>late</Trans>
      </span>
    </li>
  );
}

const dots: Readonly<Record<Mark, string>> = {
  starts: 'dot go',
  answered: 'dot ok',
  owner: 'dot',
  gone: 'dot',
  alert: 'dot',
  counts: 'dot',
  not: 'dot',
};

interface EventProps {
  /** null: it was merged away, and what is recorded under it is disputed at the lead that it went into */
  readonly lead: string | null;
  readonly event: TimelineEvent;
  readonly at: number;
  readonly arrivedAt: number | null;
}

function Event({ lead, event, at, arrivedAt }: EventProps) {
  const { title, by } = useEventWords()(event);
  const why = useReasonWords()(event.code);
  const { targetSeconds } = useTeam().state.site;
  const mark = markOf(event);
  const touch = touchBySomebody(event);
  const heard = Date.parse(event.recorded_time) - at;
  const { wait } = useFormats();
  const later = wait(heard);
  const late = heard >= Math.min(60, targetSeconds) * 1_000;
  return (
    <li className={mark === 'answered' ? 'key' : mark === 'gone' ? 'gone' : undefined}>
      <Times at={at} arrivedAt={arrivedAt} />
      <span className={dots[mark]}>{mark === 'answered' ? <Shape of="done" /> : <Icon of={iconOf(event)} />}</span>
      <div>
        <b dir="auto">{mark === 'gone' ? <s>{title}</s> : title}</b>
        {by !== null && (
          <span className="by" dir="auto">
            {by}
          </span>
        )}
        <span className="why">
          {why} {late && <Trans>Heard of {later} later.</Trans>}{' '}
          {lead !== null && touch !== null && <DisputeButton lead={lead} about={touch} what={title} />}
        </span>
      </div>
      <MarkTag mark={mark} />
    </li>
  );
}

function MarkTag({ mark }: { mark: Mark }) {
  const { t } = useLingui();
  const words: Readonly<Record<Mark, string>> = {
    starts: t`starts the clock`,
    answered: t`answered`,
    owner: t`owner’s clock`,
    gone: t`taken back`,
    alert: t`alert`,
    counts: t`counts`,
    not: t`does not count`,
  };
  return (
    <span className={`tag tag-${mark}`}>
      {mark === 'starts' && <Shape of="in" />}
      {mark === 'answered' && <Shape of="done" />}
      {words[mark]}
    </span>
  );
}
