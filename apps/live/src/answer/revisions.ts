import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { compareUtf8 } from '@leadclock/domain/events/order.js';
import type { Fact } from '@leadclock/domain/facts/fact.js';
import type { Answer } from '@leadclock/domain/kpi/answer.js';
import type { Asking } from '@leadclock/domain/kpi/asking.js';
import { type Change, changesBetween } from '@leadclock/domain/kpi/changes.js';
import type { KpiContext } from '@leadclock/domain/kpi/kpi.js';
import { leftOut } from '@leadclock/domain/kpi/left-out.js';
import { type PartRows, type RevisionReason, reasonOf, revisionReasons } from '@leadclock/domain/kpi/revisions.js';
import { eventsOfSubjects } from '@leadclock/read-model/queries/events.query.js';
import { inSnapshot, type Snapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { answerTo } from './answer.js';
import type { Answered, Here, Params, Refusal } from './answered.js';
import { type FactRow, factRow } from './fact-row.js';
import { knownMerges } from './known-merges.js';
import { CursorInstant, readCursor, readLimit, writeCursor } from './paging.js';
import { understand } from './question.js';
import { RevisionReview, type SubjectRevision } from './revision-review.js';

/** An event that was recorded after the window ended, and what it has to do with the change. */
interface Revising {
  readonly reason: RevisionReason;
  /** the lead itself, or one that a merge ties to it */
  readonly subject: string;
  readonly type: string;
  readonly source: string;
  readonly id: string;
  readonly time: string;
  readonly recorded_time: string;
}

/** A lead (or another subject) that adds something else to the number today than it did then. */
interface RevisedSubject {
  readonly subject: string;
  readonly reasons: readonly RevisionReason[];
  readonly events: readonly Revising[];
  readonly then: readonly FactRow[];
  readonly now: readonly FactRow[];
}

/** `GET /v1/kpis/:kpi/revisions`: what was said when a window ended, what is said of it now, and why they differ. */
export interface Revisions {
  /** the end of the window: what had been recorded by then was known */
  readonly ended: string;
  readonly then: Answer;
  readonly now: Answer;
  readonly changes: readonly Change[];
  readonly changed: {
    readonly subjects: number;
    /** how many of them for each reason; one may have several */
    readonly by: Readonly<Partial<Record<RevisionReason, number>>>;
  };
  readonly subjects: readonly RevisedSubject[];
  readonly next: string | null;
}

/** `now` is held so that all pages are of one instant. */
const Cursor = z.strictObject({ now: CursorInstant, subject: z.string() });

/**
 * Answers a question about a window that has ended twice: as it was answered when the window ended (`known_at` and `as_of` its end), and as it
 * is answered now (`as_of` as asked; left out: now). A window that still runs has not ended, and is refused. Of each subject whose share has changed the reasons are told from the events that were
 * recorded since (`revisionReasons`). A stock's window ends at `as_of`.
 */
export async function revisions(dataSource: DataSource, kpi: string, params: Params, here: Here): Promise<Answered<Revisions>> {
  const { limit: limitGiven, cursor: cursorGiven, ...asked } = params;
  const limit = readLimit(limitGiven);
  if (!limit.ok) return limit;
  const cursor = readCursor(cursorGiven, Cursor);
  if (!cursor.ok) return cursor;
  const at = { now: cursor.body?.now ?? here.now };
  return inSnapshot(dataSource, async (snapshot) => {
    const now = await understand(snapshot, kpi, asked, at);
    if (!now.ok) return now;
    const ended = now.body.asking.to ?? now.body.asking.asOf;
    const refusal = refusalOf(now.body.asking, asked, ended, at);
    if (refusal !== null) return { ok: false, ...refusal };
    const end = new Date(ended).toISOString();
    const then = await understand(snapshot, kpi, { ...asked, known_at: end, as_of: end }, at);
    if (!then.ok) return then;
    const [said, says] = [await answerTo(then.body), await answerTo(now.body)];
    const review = await RevisionReview.open(then.body, now.body);
    const { tiedTo } = await knownMerges(snapshot, ended);
    const look: Look = { snapshot, ended, asOf: now.body.asking.asOf, tiedTo, then: then.body.context, now: now.body.context };
    const changed: Changed[] = [];
    for await (const some of review.changed())
      for (const { subject, reasons } of await explained(look, some)) changed.push({ subject, reasons });
    changed.sort((a, b) => compareUtf8(a.subject, b.subject));
    const after = cursor.body?.subject;
    const left = after === undefined ? changed : changed.filter(({ subject }) => compareUtf8(subject, after) > 0);
    const page = left.slice(0, limit.body).map(({ subject }) => subject);
    return {
      ok: true,
      body: {
        ended: end,
        then: said,
        now: says,
        changes: changesBetween(says.groups, said.groups),
        changed: { subjects: changed.length, by: countsOf(changed) },
        subjects: await explained(look, await review.of(page)),
        next: left.length > page.length ? writeCursor({ now: at.now, subject: page.at(-1) ?? '' }) : null,
      },
    };
  });
}

type Changed = Pick<RevisedSubject, 'subject' | 'reasons'>;

/** Whose events are looked through, and which of them speak. */
interface Look {
  readonly snapshot: Snapshot;
  readonly ended: number;
  readonly asOf: number;
  /** leads that merges tie to a lead: what was heard of them is in its rows, or was */
  readonly tiedTo: (lead: string) => readonly string[];
  /** what the two answers are reckoned under */
  readonly then: KpiContext;
  readonly now: KpiContext;
}

/** Why there is nothing to look back to. A window that names no end runs up to now: since then nothing can have changed. */
function refusalOf({ knownAt, window }: Asking, { to, as_of }: Params, ended: number, { now }: Here): Refusal | null {
  if (knownAt !== null)
    return { parameter: 'known_at', problem: 'what was known at the end of the window is compared with today', allowed: ['as_of'] };
  if (ended < now || (ended === now && (to ?? as_of) !== undefined)) return null;
  const allowed = ['a window that has ended', 'an instant that has passed'];
  if (window !== null && as_of === undefined) return { parameter: 'window', problem: `${window} has not ended yet`, allowed };
  return { parameter: to === undefined && as_of !== undefined ? 'as_of' : 'to', problem: 'this has not ended yet', allowed };
}

/** Revisions with their events, and the reasons that these give. */
async function explained(look: Look, changed: readonly SubjectRevision[]): Promise<RevisedSubject[]> {
  const all = await eventsOfSubjects(look.snapshot, [...new Set(changed.flatMap(({ subject }) => look.tiedTo(subject)))]);
  return changed.map(({ subject, reasons: known, then, now }) => {
    const heard = look.tiedTo(subject).flatMap((lead) => all.get(lead) ?? []);
    const events = heard.flatMap((event) => revising(event, look)).toSorted(byRecording);
    const found = new Set<RevisionReason>([...known, ...events.map(({ reason }) => reason)]);
    const reasons = found.size === 0 ? (['time'] as const) : revisionReasons.filter((reason) => found.has(reason));
    return { subject, reasons, events, then: shown(then, look.then), now: shown(now, look.now) };
  });
}

function revising(event: LeadclockEvent, { ended, asOf }: Look): readonly Revising[] {
  const reason = reasonOf(event, ended, asOf);
  if (reason === null) return [];
  const { subject, type, source, id, time, recordedTime } = event;
  return [{ reason, subject, type, source, id, time: rfc3339(time), recorded_time: rfc3339(recordedTime) }];
}

const byRecording = (a: Revising, b: Revising): number => compareUtf8(a.recorded_time, b.recorded_time) || compareUtf8(a.id, b.id);

const shown = (parts: readonly PartRows<Fact>[], context: KpiContext): readonly FactRow[] =>
  parts.flatMap(({ part, rows }) => rows.map((row) => factRow(part, row, leftOut(part.of, part.asking, context)(row))));

function countsOf(changed: readonly Changed[]): Revisions['changed']['by'] {
  const by: Partial<Record<RevisionReason, number>> = {};
  for (const { reasons } of changed) for (const reason of reasons) by[reason] = (by[reason] ?? 0) + 1;
  return by;
}

const rfc3339 = (instant: number): string => new Date(instant).toISOString();
