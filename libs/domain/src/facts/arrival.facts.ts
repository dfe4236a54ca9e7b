import { elapsedAt } from '../lead/clocks.js';
import { type Judgement, judgementAt, type LeadView } from '../lead/lead-view.js';
import { covers, type Span } from '../lead/spans.js';
import { bandOf } from './bands.js';
import type { FactMaker } from './facts-of.js';
import { leadRows } from './lead-credit.js';
import { noArrivalRows } from './no-arrival.js';
import { numbered, type RowFields } from './row.js';

/**
 * A lead that arrived, as it stands: `at` the arrival, for ever, one row as of each instant, credited to the first owner.
 * - `part`: the band of its first answer on the working clock (`outcome`: on the wall's), or why it has none: `unanswered`,
 *   `before_arrival` (only a touchpoint from before the arrival would have answered).
 * - `item`: why its deadline is neither met nor breached: `pending`, `closed_before_deadline`; null when it is one of them.
 * - `stage`: which first meetings it has come to: `booked`, `held`, `both`, null while neither.
 * Several KPIs count these rows, or leave leads out by them, so that each need not say it in a row of its own.
 * Excluded: `no_arrival` while there is none.
 */
export const arrivalFacts: FactMaker = (state, configuration, view) => {
  const { arrivedAt } = state;
  const rows = noArrivalRows('arrival', state, configuration);
  if (arrivedAt === null) return numbered(rows);
  const span = { from: arrivedAt, until: null };
  const arrived = leadRows('arrival', state, configuration, span, (now) => standing(view, arrivedAt, now), changesOf(view));
  return numbered(rows.length === 0 ? arrived : [...rows, ...arrived]);
};

/** The instants at which a lead may come to stand otherwise. */
function changesOf({ judgements, booking, held }: LeadView): readonly number[] {
  const changes: number[] = [];
  if (booking !== null) changes.push(booking.at);
  if (held !== null) changes.push(held.at);
  const addEdges = (spans: readonly Span[]): void => {
    for (const { from, until } of spans) {
      changes.push(from);
      if (until !== null) changes.push(until);
    }
  };
  addEdges(judgements);
  for (const { answers, early, verdicts } of judgements) {
    addEdges(answers);
    addEdges(early);
    addEdges(verdicts);
  }
  return changes;
}

function standing(view: LeadView, at: number, now: number): RowFields {
  const judgement = judgementAt(view, now);
  const stage = meetingsBy(view, now);
  if (judgement === null) return { at, stage };
  const { clock, policy, answers, early } = judgement;
  const item = leftOut(judgement, now);
  const span = answers.find((answered) => covers(answered, now));
  if (span === undefined) {
    const isEarly = early.some((other) => covers(other, now));
    return { part: isEarly ? 'before_arrival' : 'unanswered', item, at, stage };
  }
  const { worked, waited } = elapsedAt(clock, policy.calendar, span.answer.at);
  return { part: bandOf(worked), outcome: bandOf(waited), item, at, stage };
}

function meetingsBy({ booking, held }: LeadView, now: number): string | null {
  const isHeld = held !== null && held.at <= now;
  if (booking === null || booking.at > now) return isHeld ? 'held' : null;
  return isHeld ? 'both' : 'booked';
}

function leftOut({ verdicts }: Judgement, now: number): string | null {
  const says = verdicts.find((verdict) => covers(verdict, now))?.says ?? null;
  return says === 'met' || says === 'breached' ? null : says;
}
