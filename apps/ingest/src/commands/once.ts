import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { parseEvent } from '@leadclock/domain/events/parse-event.js';
import { type KeptAnswer, type KeyedCommand, keepAnswer, keptAnswer, takeKey } from '@leadclock/read-model/outside/idempotency.table.js';
import { putIntoSpool } from '@leadclock/read-model/outside/spool.table.js';
import { VaultTable, VaultUnavailable } from '@leadclock/read-model/outside/vault.table.js';
import { alertLateness } from '@leadclock/runtime/alert-lateness.js';
import type { Clock } from '@leadclock/runtime/tokens.js';
import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import type { Fault } from '../door/problem.js';
import { errorCode } from '../error-code.js';
import { SOURCE } from './command-source.js';
import type { Missing, Verdict, Write, Wrong } from './verdict.js';

/** 202: done, durably; 409: it is not allowed. `answer` is JSON, and the same each time that the key comes again. */
export type Decided = Pick<KeptAnswer, 'status' | 'answer'>;

/** What came of a command in its transaction; `written`: the event that it put into the spool. */
interface Outcome {
  readonly decided: Decided | Fault;
  readonly written: Write | null;
}

export interface OnceParts {
  readonly dataSource: DataSource;
  readonly topic: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** called once an event lies in the spool */
  readonly onSpooled: () => void;
}

/** Decides in the command's transaction. */
export type Decide = (em: EntityManager) => Verdict | Promise<Verdict>;

const OTHER_BODY: Fault = {
  status: 422,
  detail: 'this Idempotency-Key was used for another command; use a new key for each command, and the same only to send one again',
};
export const AWAY: Fault = {
  status: 503,
  detail: 'the database does not answer; nothing is done twice when you send the same again, with the same Idempotency-Key',
  retryAfterSeconds: 2,
};

/** Leaves a transaction without a trace: the key stays free. */
class Undecided extends Error {
  constructor(readonly fault: Fault) {
    super(fault.detail);
  }
}

/**
 * Does a command once for its key: the answer, what it keeps and its event come in one transaction, or none does. `look` reads before that what is to be
 * known; a fault of it leaves the key free.
 */
export async function once(parts: OnceParts, keyed: KeyedCommand, look: () => Promise<Decide | Fault>): Promise<Decided | Fault> {
  try {
    const before = await keptAnswer(parts.dataSource, keyed);
    if (before !== null) return again(before, keyed);
    const decide = await look();
    if (typeof decide !== 'function') return decide;
    const { decided, written } = await parts.dataSource.transaction((em) => write(parts, em, keyed, decide));
    if (written !== null) {
      parts.onSpooled();
      if (written.shownAfterMs !== undefined) alertLateness.observe({ stage: 'shown' }, written.shownAfterMs / 1000);
    }
    return decided;
  } catch (error) {
    if (error instanceof Undecided) return error.fault;
    if (!(error instanceof VaultUnavailable) && errorCode(error) === (error instanceof Error ? error.name : '')) throw error;
    parts.logger.warn({ reason: errorCode(error) }, 'a command could not be written');
    return AWAY;
  }
}

async function write(parts: OnceParts, em: EntityManager, keyed: KeyedCommand, decide: Decide): Promise<Outcome> {
  if (!(await takeKey(em, keyed))) {
    const kept = await keptAnswer(em, keyed);
    return { decided: kept === null ? AWAY : again(kept, keyed), written: null };
  }
  const verdict = await decide(em);
  if (verdict.kind === 'missing') throw new Undecided({ status: 404, detail: verdict.problem });
  if (verdict.kind === 'wrong') throw new Undecided({ status: 400, detail: verdict.problem });
  const written = verdict.kind === 'write' ? verdict : null;
  if (written !== null) {
    await putEvent(parts, em, keyed, written);
    for (const [index, followed] of (written.followedBy ?? []).entries())
      await putEvent(parts, em, { ...keyed, event: `${keyed.event}-${index + 1}` }, { ...followed, kind: 'write', time: written.time });
  }
  const decided = answerTo(verdict, keyed);
  await keepAnswer(em, keyed, decided);
  return { decided, written };
}

async function putEvent(
  { topic }: OnceParts,
  em: EntityManager,
  { lead: named, event: id, at }: KeyedCommand,
  { type, version, data, time, lead = named }: Write,
): Promise<void> {
  const schema = version === undefined ? {} : { dataschema: `/schemas/${type}/${version}` };
  const input = { specversion: '1.0', id, source: SOURCE, type, ...schema, subject: lead, time: writeInstant(time), data };
  const parsed = parseEvent(input, { now: at, recordedTime: at, allowProductTypes: true });
  if (!parsed.ok) {
    const path = parsed.path === '$.time' ? '$.at' : parsed.path.replace('$.data', '$');
    throw new Undecided({ status: 400, detail: `${path} ${parsed.problem}` });
  }
  const { event, personal } = parsed;
  if (personal !== null) await new VaultTable(em).put([{ subject: lead, source: SOURCE, id, time, personal }]);
  await putIntoSpool(em, [{ topic, key: lead, value: encodeEvent(event) }]);
}

function answerTo(verdict: Exclude<Verdict, Missing | Wrong>, { event, at }: KeyedCommand): Decided {
  if (verdict.kind === 'refused') {
    const { problem, reason, rep, next } = verdict;
    const since = verdict.at === null ? null : writeInstant(verdict.at);
    return { status: 409, answer: JSON.stringify({ problem, reason, rep, at: since, ...(next !== undefined && { next }) }) };
  }
  const told = verdict.kind === 'done' ? { id: verdict.event, at: verdict.at } : { id: event, at };
  return { status: 202, answer: JSON.stringify({ event: { source: SOURCE, id: told.id }, at: writeInstant(told.at) }) };
}

/** What is answered to a key that came before: the same, or that it was used for something else. */
export const again = ({ digest, status, answer }: KeptAnswer, keyed: KeyedCommand): Decided | Fault =>
  digest === keyed.digest ? { status, answer } : OTHER_BODY;
