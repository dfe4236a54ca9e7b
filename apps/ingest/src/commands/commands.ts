import { canonicalJson } from '@leadclock/domain/events/canonical-json.js';
import type { KeyedCommand } from '@leadclock/read-model/outside/idempotency.table.js';
import { leadStatus } from '@leadclock/read-model/queries/lead-status.query.js';
import { isRepGoneNow } from '@leadclock/read-model/queries/rep-gone.query.js';
import type { EntityManager } from 'typeorm';
import type { Fault } from '../door/problem.js';
import type { Asked } from './command-bodies.js';
import { decideAcknowledge, decideShown } from './decide-alert.js';
import { decideCallBack } from './decide-call-back.js';
import { decideDispute, decideOnDispute } from './decide-dispute.js';
import { decideDisqualify } from './decide-disqualify.js';
import { decideAccept, decideDecline, decideOffer } from './decide-handover.js';
import { decideClaim, decideRelease, type Occasion } from './decide-owner.js';
import { decidePause, decideResume } from './decide-pause.js';
import { decideSnooze } from './decide-snooze.js';
import { decideTouch, decideUndo } from './decide-touch.js';
import { eventOf, eventOfKey, sha256 } from './event-of.js';
import { type Decided, type OnceParts, once } from './once.js';
import type { RepStatusBody } from './rep-status-body.js';
import type { Missing, Verdict } from './verdict.js';

/** Who sent a command, and the key under which he may send it again. */
interface Sender {
  readonly person: string;
  readonly key: string;
}

/** A command about a lead. */
export type Sent = Asked & Sender & { readonly lead: string };

export const NO_LEAD: Fault = { status: 404, detail: 'there is no such lead; GET /v1/leads lists them' };

const NO_REP: Missing = { kind: 'missing', problem: 'the site has no active rep of this id (any more); a rep.set makes one' };

/** Decides what people ask for. */
export class Commands {
  constructor(private readonly parts: OnceParts) {}

  /** What somebody does with a lead. */
  async decide(sent: Sent): Promise<Decided | Fault> {
    const { lead, command, body } = sent;
    const keyed = this.keyed(sent, command, lead, body.rep, eventOf(sent), body);
    const about = {
      ...(command === 'offer' && { other: sent.body.to }),
      ...(command === 'snooze' && { alert: sent.body.alert }),
      clock: command === 'pause',
    };
    return once(this.parts, keyed, async () => {
      const standing = await leadStatus(this.parts.dataSource, lead, { rep: body.rep, now: keyed.at, ...about });
      if (standing === null) return NO_LEAD;
      return (em) => verdictOn(em, sent, { lead, standing, event: keyed.event, now: keyed.at });
    });
  }

  /** A rep says what he is doing, or somebody says it of him. It moves the rota, and no number. */
  async setStatus(rep: string, body: RepStatusBody, sender: Sender): Promise<Decided | Fault> {
    const { status, by } = body;
    const keyed = this.keyed(sender, 'status', rep, by ?? rep, eventOfKey(sender), body);
    return once(this.parts, keyed, async () => async (em) => {
      if (await isRepGoneNow(em, rep, keyed.at)) return NO_REP;
      return { kind: 'write', type: 'rep.status_changed', data: { status, ...(by !== undefined && { by }) }, time: keyed.at };
    });
  }

  private keyed({ person, key }: Sender, command: string, lead: string, rep: string, event: string, body: unknown): KeyedCommand {
    const digest = sha256(canonicalJson([command, lead, body]));
    return { person, key, digest, command, lead, rep, event, at: this.parts.clock() };
  }
}

function verdictOn(em: EntityManager, asked: Asked, occasion: Occasion): Verdict | Promise<Verdict> {
  switch (asked.command) {
    case 'claim':
      return decideClaim(em, asked.body, occasion);
    case 'release':
      return decideRelease(em, asked.body, occasion);
    case 'offer':
      return decideOffer(em, asked.body, occasion);
    case 'accept':
      return decideAccept(em, asked.body, occasion);
    case 'decline':
      return decideDecline(em, asked.body, occasion);
    case 'touchpoints':
      return decideTouch(asked.body, occasion);
    case 'undo':
      return decideUndo(em, asked.body, occasion);
    case 'disqualify':
      return decideDisqualify(asked.body, occasion);
    case 'dispute':
      return decideDispute(asked.body, occasion);
    case 'decide':
      return decideOnDispute(em, asked.body, occasion);
    case 'call-back':
      return decideCallBack(asked.body, occasion);
    case 'snooze':
      return decideSnooze(em, asked.body, occasion);
    case 'acknowledge':
      return decideAcknowledge(em, asked.body, occasion);
    case 'shown':
      return decideShown(em, asked.body, occasion);
    case 'pause':
      return decidePause(asked.body, occasion);
    case 'resume':
      return decideResume(asked.body, occasion);
  }
}
