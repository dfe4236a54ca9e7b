import { type SnoozeLimit, snoozeLimit } from '@leadclock/domain/alerts/snooze-limit.js';
import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import { correctionsFor } from '@leadclock/domain/lead/dispute-corrections.js';
import { type Dispute, openDispute } from '@leadclock/domain/lead/disputes.js';
import { type Handover, openHandover } from '@leadclock/domain/lead/handover.js';
import type { SubjectState } from '@leadclock/domain/lead/lead-state.js';
import { viewOf } from '@leadclock/domain/lead/lead-view.js';
import { hasOpenClock } from '@leadclock/domain/lead/open-clock.js';
import { lastAssignment } from '@leadclock/domain/lead/owners.js';
import { presentAnswer } from '@leadclock/domain/lead/summary.js';
import { correctionsUnderLeads, type PlacedCorrection } from '@leadclock/domain/merges/corrections-under-leads.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import { type MergedEvent, mergedEvents } from '@leadclock/domain/merges/merged-events.js';
import type { DataSource } from 'typeorm';
import { toldAlert } from '../outside/told-alert.table.js';
import { configurationEvents } from './events.query.js';
import { leadLine } from './leads.query.js';
import { eventsOfLeads, mergedInto } from './merged-leads.query.js';
import { isRepGone } from './rep-gone.query.js';
import { inSnapshot } from './snapshot.js';

/** How a lead stands, as far as the projector has come: what a command must know. Instants are epoch milliseconds. */
export interface LeadStanding {
  readonly owner: string | null;
  readonly ownerSince: number | null;
  readonly answeredAt: number | null;
  readonly answeredBy: string | null;
  readonly closedAt: number | null;
  /** since when its clock stands still; null: it does not */
  readonly pausedAt: number | null;
  /** a target of it has not been met yet; false where nobody asks for that */
  readonly hasOpenClock: boolean;
  /** the lead that all of this one belongs to */
  readonly mergedInto: string | null;
  readonly erasedAt: number | null;
  /** the event that assigned it last, lead.created among them; null: none */
  readonly assignment: EventName | null;
  /** whose claim of that assignment holds */
  readonly claimedBy: string | null;
  /** every offer to hand it over, the last one last */
  readonly offers: readonly EventName[];
  /** the last one with its answer; `isOpen`: it can be accepted */
  readonly handover: (Handover & { readonly isOpen: boolean }) | null;
  /** how far the alert that is asked about can be put off; null: none is asked about, or the lead does not wait for it */
  readonly snooze: SnoozeLimit | null;
  /** an event of a command, by its id: the fold knows it */
  readonly knows: (event: string) => boolean;
  /** alerts that were shown, and when that was first said */
  readonly shown: readonly { readonly alert: string; readonly at: number }[];
  /** ids of the touchpoints that stand */
  readonly touchpoints: readonly string[];
  readonly disputes: readonly Dispute[];
  /** the one that a decision decides; null: none is open */
  readonly dispute: Dispute | null;
  /** what makes it come true; null: nothing can */
  readonly corrections: readonly PlacedCorrection[] | null;
  /** the site names its reps, and whoever asks is none of them, or none any more */
  readonly isRepGone: boolean;
  /** the same of whom he names */
  readonly isOtherGone: boolean;
  /** events that whoever wrote them can take back (touches, promised calls, closings), under which lead each came, and whether it was taken back */
  readonly undoable: readonly Recorded[];
}

interface EventName {
  readonly source: string;
  readonly id: string;
}

interface Recorded {
  readonly lead: string;
  readonly source: string;
  readonly id: string;
  readonly rep: string | null;
  readonly takenBack: boolean;
}

/** Who asks, and when (epoch ms). */
interface Asking {
  readonly rep: string;
  readonly now: number;
  /** another rep that the command names */
  readonly other?: string;
  /** the alert that it is about */
  readonly alert?: string;
  /** its clock is asked about */
  readonly clock?: boolean;
}

/** The one question that the door asks of the read model. null: there is no such lead, or it is not known here yet. */
export async function leadStatus(
  dataSource: DataSource,
  lead: string,
  { rep, now, other, alert: asked, clock: isClockAsked = false }: Asking,
): Promise<LeadStanding | null> {
  return inSnapshot(dataSource, async (snapshot) => {
    const root = await mergedInto(snapshot, lead);
    const line = await leadLine(snapshot, root ?? lead);
    if (line === null && root === null) return null;
    const events = (await eventsOfLeads(snapshot, [lead])).get(lead);
    if (events === undefined) return null;
    const state = foldLead(lead, events);
    const { sorted } = mergedEvents(lead, events);
    const counted = sorted.filter(({ isTakenBack }) => !isTakenBack);
    const dispute = openDispute(state);
    const isJudged = dispute !== null || asked !== undefined || isClockAsked;
    const configuration = isJudged ? buildConfiguration(await configurationEvents(snapshot)) : null;
    const answer = dispute === null || configuration === null ? null : presentAnswer(viewOf(state, configuration));
    const step = asked === undefined ? undefined : (await toldAlert(snapshot.em, lead, asked))?.step;
    const known = new Set(sorted.map(({ event }) => event.id));
    const { owner = null, ownerSince = null, answeredAt = null, answeredBy = null, closedAt = null, pausedAt = null } = line ?? {};
    return {
      owner,
      ownerSince,
      answeredAt,
      answeredBy,
      closedAt,
      pausedAt,
      hasOpenClock: isClockAsked && configuration !== null && hasOpenClock(state, configuration),
      mergedInto: root,
      erasedAt: state.erasedAt,
      assignment: lastAssignment(state),
      claimedBy: state.claim?.by ?? null,
      offers: counted.flatMap(({ event: { type, source, id } }) => (type === 'lead.handover_offered' ? [{ source, id }] : [])),
      handover: state.handover === null ? null : { ...state.handover, isOpen: openHandover(state) !== null },
      snooze: step === undefined || configuration === null ? null : snoozeLimit(state, configuration, step, now),
      knows: (event) => known.has(event),
      shown: state.alerts.flatMap(({ alert, shown }) => (shown === null ? [] : [{ alert, at: shown.at }])),
      touchpoints: state.touches.map(({ id }) => id),
      disputes: state.disputes,
      dispute,
      corrections: correctionsOf(dispute, state, counted, answer?.answer.touch.id ?? null),
      isRepGone: await isRepGone(snapshot, rep, now),
      isOtherGone: other !== undefined && (await isRepGone(snapshot, other, now)),
      undoable: sorted.flatMap(({ event, isTakenBack }) =>
        event.type === 'touchpoint.recorded' || event.type === 'lead.follow_up_set' || event.type === 'lead.disqualified'
          ? [{ lead: event.subject, source: event.source, id: event.id, rep: event.data.rep ?? null, takenBack: isTakenBack }]
          : [],
      ),
    };
  });
}

function correctionsOf(
  dispute: Dispute | null,
  state: SubjectState,
  counted: readonly MergedEvent[],
  answer: string | null,
): readonly PlacedCorrection[] | null {
  if (dispute === null) return null;
  const isMerged = counted.some(({ event }) => event.subject !== state.subject);
  const told = counted.map(({ event, told: merged }) => (isMerged ? merged : event));
  const corrections = correctionsFor(dispute, state, told, answer);
  return corrections === null || !isMerged ? corrections : correctionsUnderLeads(corrections, counted);
}
