import { binOf } from '@leadclock/live-protocol/response-bins.js';
import type { ShowKind } from './address.js';
import type { ListedLead, Row } from './answers.js';

/** A line of the panel: a lead behind a figure. Instants and durations in ms. */
export interface PanelLine {
  readonly key: string;
  readonly lead: string;
  /** whom the figure credits; null: nobody */
  readonly rep: string | null;
  readonly source: string | null;
  readonly product: string | null;
  /** it waits, since then; null: it does not, or this is not known */
  readonly waitsSince: number | null;
  readonly due: number | null;
  /** its clock stands and shows this */
  readonly heldMs: number | null;
  /** how long its first answer took */
  readonly tookMs: number | null;
  /** how much of that lay beyond the target */
  readonly overMs: number | null;
  /** when it was answered, or entered the stage */
  readonly at: number | null;
}

const instant = (time: string | null): number | null => (time === null ? null : Date.parse(time));

/** A lead that waits, as the list of leads has it. */
export function waitingLine(lead: ListedLead): PanelLine {
  const since = instant(lead.arrived_at);
  const paused = instant(lead.paused_at);
  return {
    key: lead.lead,
    lead: lead.lead,
    rep: lead.owner,
    source: lead.origin,
    product: lead.product,
    waitsSince: since,
    due: instant(lead.due_at),
    heldMs: paused === null || since === null ? null : paused - since,
    tookMs: null,
    overMs: null,
    at: null,
  };
}

/** The facts behind a figure as lines in their order; `answers` are the facts of the first answers of the same time. */
export function linesOf(kind: ShowKind, detail: string | null, rows: readonly Row[], answers: readonly Row[]): readonly PanelLine[] {
  const first = new Map(answers.filter(({ excluded }) => excluded === null).map((row) => [row.subject, row]));
  const lines = rows.filter((row) => isShown(kind, detail, row)).map((row) => lineOf(kind, row, first.get(row.subject)));
  return lines.sort(kind === 'stage' ? latestFirst : waitingThenLongest);
}

function isShown(kind: ShowKind, detail: string | null, { part, excluded, value }: Row): boolean {
  if (kind === 'missed') return part === 'breached';
  if (kind === 'met') return part === 'met';
  if (kind === 'stage') return true;
  if (excluded !== null || value === null) return false;
  return kind !== 'bin' || binOf(value) === Number(detail);
}

function lineOf(kind: ShowKind, row: Row, answer: Row | undefined): PanelLine {
  // the row of an answer names its instant as `due`, and begins later once something else that it says has changed
  const answeredAt = answer === undefined ? null : Date.parse(answer.due ?? answer.from);
  const due = row.kind === 'response' ? null : instant(row.due);
  return {
    key: `${row.subject} ${row.kind} ${row.n}`,
    lead: row.subject,
    rep: row.rep,
    source: row.origin,
    product: row.product,
    waitsSince: kind === 'missed' && answer === undefined ? instant(row.at) : null,
    due,
    heldMs: null,
    tookMs: answer?.value == null ? null : answer.value * 1_000,
    overMs: due === null || answeredAt === null ? null : Math.max(0, answeredAt - due),
    at: kind === 'stage' ? instant(row.at) : answeredAt,
  };
}

/** Who waits, then who was never answered, then the longest answer. */
export function waitingThenLongest(a: PanelLine, b: PanelLine): number {
  if (a.waitsSince !== null || b.waitsSince !== null)
    return (a.waitsSince ?? Number.POSITIVE_INFINITY) - (b.waitsSince ?? Number.POSITIVE_INFINITY);
  return (b.tookMs ?? NEVER) - (a.tookMs ?? NEVER) || compare(a.key, b.key);
}

const NEVER = Number.MAX_SAFE_INTEGER;

const latestFirst = (a: PanelLine, b: PanelLine): number => (b.at ?? 0) - (a.at ?? 0) || compare(a.key, b.key);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the list of leads adds to a line: names of all that are shown; the wait of a lead whose answer lies in another period. */
export function completed(line: PanelLine, lead: ListedLead | undefined): PanelLine {
  if (lead === undefined || line.tookMs !== null || line.waitsSince === null) {
    const [from, to] = [instant(lead?.arrived_at ?? null), instant(lead?.answered_at ?? null)];
    return line.tookMs === null && line.waitsSince === null && from !== null && to !== null ? { ...line, tookMs: to - from } : line;
  }
  const answeredAt = instant(lead.answered_at);
  if (answeredAt !== null && lead.status === 'answered') {
    const over = line.due === null ? null : Math.max(0, answeredAt - line.due);
    return { ...line, waitsSince: null, tookMs: answeredAt - line.waitsSince, overMs: over, at: answeredAt };
  }
  return lead.status === 'waiting' ? line : { ...line, waitsSince: null };
}
