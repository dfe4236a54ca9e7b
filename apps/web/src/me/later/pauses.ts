import { instantIn, listIn, memberIn, numberIn, textIn } from '../../console/json.js';

/** One pause of a lead's clock; instants in epoch ms. */
export interface Pause {
  readonly from: number;
  /** null: it was never ended */
  readonly until: number | null;
  /** what it took off the wall clock by then */
  readonly seconds: number;
  /** a code; null: none was said */
  readonly reason: string | null;
  /** an id; null: nobody was named */
  readonly rep: string | null;
}

/** What stopped the clock of a lead, the latest first, and what that comes to. */
export interface Pauses {
  readonly all: readonly Pause[];
  readonly seconds: number;
  /** as much of them as is working time */
  readonly workingSeconds: number;
  /** the one that goes on; null: the clock runs, or has been answered */
  readonly now: Pause | null;
}

/** What `GET /v1/leads/:id` says of them; a pause without a beginning is left out. */
export function readPauses(body: unknown): Pauses {
  const clocks = memberIn(body, 'clocks');
  const all = listIn(clocks, 'pauses').flatMap((pause) => readPause(pause) ?? []);
  const isAnswered = instantIn(clocks, 'answered_at') !== null;
  return {
    all: [...all].sort((a, b) => b.from - a.from),
    seconds: numberIn(clocks, 'paused_s') ?? 0,
    workingSeconds: numberIn(clocks, 'paused_working_s') ?? 0,
    now: isAnswered ? null : (all.find(({ until }) => until === null) ?? null),
  };
}

function readPause(pause: unknown): Pause | null {
  const from = instantIn(pause, 'from');
  if (from === null) return null;
  const seconds = numberIn(pause, 'seconds') ?? 0;
  return { from, until: instantIn(pause, 'until'), seconds, reason: textIn(pause, 'reason'), rep: textIn(pause, 'rep') };
}
