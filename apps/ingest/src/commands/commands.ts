import { createHash } from 'node:crypto';
import { canonicalJson } from '@leadclock/domain/events/canonical-json.js';
import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { parseEvent } from '@leadclock/domain/events/parse-event.js';
import { type KeptAnswer, type KeyedCommand, keepAnswer, keptAnswer, takeKey } from '@leadclock/read-model/outside/idempotency.table.js';
import { putIntoSpool } from '@leadclock/read-model/outside/spool.table.js';
import { VaultTable, VaultUnavailable } from '@leadclock/read-model/outside/vault.table.js';
import { type LeadStanding, leadStatus } from '@leadclock/read-model/queries/lead-status.query.js';
import { alertLateness } from '@leadclock/runtime/alert-lateness.js';
import type { Clock } from '@leadclock/runtime/tokens.js';
import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import type { Fault } from '../door/problem.js';
import { errorCode } from '../error-code.js';
import type { Asked } from './command-bodies.js';
import { SOURCE } from './command-source.js';
import { decideAcknowledge, decideShown } from './decide-alert.js';
import { decideDispute, decideOnDispute } from './decide-dispute.js';
import { decideClaim, decideRelease, type Occasion } from './decide-owner.js';
import { decideTouch, decideUndo } from './decide-touch.js';
import type { Missing, Verdict, Write } from './verdict.js';

/** A command, who sent it, and the key under which he may send it again. */
export type Sent = Asked & { readonly lead: string; readonly person: string; readonly key: string };

/** 202: done, durably; 409: the lead does not allow it. `answer` is JSON, and the same each time that the key comes again. */
export type Decided = Pick<KeptAnswer, 'status' | 'answer'>;

/** What came of a command in its transaction; `written`: the event that it put into the spool. */
interface Outcome {
  readonly decided: Decided | Fault;
  readonly written: Write | null;
}

interface CommandParts {
  readonly dataSource: DataSource;
  readonly topic: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** called once an event lies in the spool */
  readonly onSpooled: () => void;
}

const OTHER_BODY: Fault = {
  status: 422,
  detail: 'this Idempotency-Key was used for another command; use a new key for each command, and the same only to send one again',
};
export const NO_LEAD: Fault = { status: 404, detail: 'there is no such lead; GET /v1/leads lists them' };
const AWAY: Fault = {
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

/** Decides what people ask for, once for each key: the answer, the claim and the event come in one transaction, or none does. */
export class Commands {
  constructor(private readonly parts: CommandParts) {}

  async decide(sent: Sent): Promise<Decided | Fault> {
    try {
      return await this.decideOnce(sent);
    } catch (error) {
      if (error instanceof Undecided) return error.fault;
      if (!(error instanceof VaultUnavailable) && errorCode(error) === (error instanceof Error ? error.name : '')) throw error;
      this.parts.logger.warn({ reason: errorCode(error) }, 'a command could not be written');
      return AWAY;
    }
  }

  private async decideOnce(sent: Sent): Promise<Decided | Fault> {
    const { dataSource } = this.parts;
    const keyed = this.keyed(sent);
    const before = await keptAnswer(dataSource, keyed);
    if (before !== null) return again(before, keyed);
    const standing = await leadStatus(dataSource, sent.lead, { rep: keyed.rep, now: keyed.at });
    if (standing === null) return NO_LEAD;
    const { decided, written } = await dataSource.transaction((em) => this.write(em, sent, keyed, standing));
    if (written !== null) {
      this.parts.onSpooled();
      if (written.shownAfterMs !== undefined) alertLateness.observe({ stage: 'shown' }, written.shownAfterMs / 1000);
    }
    return decided;
  }

  private async write(em: EntityManager, sent: Sent, keyed: KeyedCommand, standing: LeadStanding): Promise<Outcome> {
    if (!(await takeKey(em, keyed))) {
      const kept = await keptAnswer(em, keyed);
      return { decided: kept === null ? AWAY : again(kept, keyed), written: null };
    }
    const verdict = await verdictOn(em, sent, { lead: sent.lead, standing, event: keyed.event, now: keyed.at });
    if (verdict.kind === 'missing') throw new Undecided({ status: 404, detail: verdict.problem });
    const written = verdict.kind === 'write' ? verdict : null;
    if (written !== null) {
      await this.putEvent(em, keyed, written);
      for (const [index, followed] of (written.followedBy ?? []).entries())
        await this.putEvent(em, { ...keyed, event: `${keyed.event}-${index + 1}` }, { ...followed, kind: 'write', time: written.time });
    }
    const decided = answerTo(verdict, keyed);
    await keepAnswer(em, keyed, decided);
    return { decided, written };
  }

  private async putEvent(
    em: EntityManager,
    { lead: named, event: id, at }: KeyedCommand,
    { type, data, time, lead = named }: Write,
  ): Promise<void> {
    const input = { specversion: '1.0', id, source: SOURCE, type, subject: lead, time: writeInstant(time), data };
    const parsed = parseEvent(input, { now: at, recordedTime: at, allowProductTypes: true });
    if (!parsed.ok) {
      const path = parsed.path === '$.time' ? '$.at' : parsed.path.replace('$.data', '$');
      throw new Undecided({ status: 400, detail: `${path} ${parsed.problem}` });
    }
    const { event, personal } = parsed;
    if (personal !== null) await new VaultTable(em).put([{ subject: lead, source: SOURCE, id, time, personal }]);
    await putIntoSpool(em, [{ topic: this.parts.topic, key: lead, value: encodeEvent(event) }]);
  }

  private keyed(sent: Sent): KeyedCommand {
    const { person, key, lead, command, body } = sent;
    const digest = sha256(canonicalJson([command, lead, body]));
    return { person, key, digest, command, lead, rep: body.rep, event: eventOf(sent), at: this.parts.clock() };
  }
}

/**
 * The same key gives the same event, so that one that is sent again after a day is a repeat. What can be done once only, whoever does it,
 * is one event under whichever key.
 */
function eventOf(sent: Sent): string {
  switch (sent.command) {
    case 'undo':
      return eventId('undo', sent.lead, sent.body.event.source, sent.body.event.id);
    case 'decide':
      return eventId('decide', sent.lead, sent.body.event.source, sent.body.event.id);
    case 'acknowledge':
    case 'shown':
      return eventId(sent.command, sent.lead, sent.body.alert);
    case 'claim':
    case 'release':
    case 'touchpoints':
    case 'dispute':
      return eventId(sent.person, sent.key);
  }
}

const eventId = (...parts: readonly string[]): string => sha256(parts.join('\u0000')).slice(0, 32);

function verdictOn(em: EntityManager, asked: Asked, occasion: Occasion): Verdict | Promise<Verdict> {
  switch (asked.command) {
    case 'claim':
      return decideClaim(em, asked.body, occasion);
    case 'release':
      return decideRelease(em, asked.body, occasion);
    case 'touchpoints':
      return decideTouch(asked.body, occasion);
    case 'undo':
      return decideUndo(em, asked.body, occasion);
    case 'dispute':
      return decideDispute(asked.body, occasion);
    case 'decide':
      return decideOnDispute(em, asked.body, occasion);
    case 'acknowledge':
      return decideAcknowledge(em, asked.body, occasion);
    case 'shown':
      return decideShown(em, asked.body, occasion);
  }
}

function answerTo(verdict: Exclude<Verdict, Missing>, { event, at }: KeyedCommand): Decided {
  if (verdict.kind === 'refused') {
    const { problem, reason, rep } = verdict;
    return { status: 409, answer: JSON.stringify({ problem, reason, rep, at: verdict.at === null ? null : writeInstant(verdict.at) }) };
  }
  const told = verdict.kind === 'done' ? { id: verdict.event, at: verdict.at } : { id: event, at };
  return { status: 202, answer: JSON.stringify({ event: { source: SOURCE, id: told.id }, at: writeInstant(told.at) }) };
}

const again = ({ digest, status, answer }: KeptAnswer, keyed: KeyedCommand): Decided | Fault =>
  digest === keyed.digest ? { status, answer } : OTHER_BODY;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
