import { createHash } from 'node:crypto';
import type { AskedPolicies, PlacedProblem } from '@leadclock/domain/configuration/asked-policies.js';
import { type PlannedPolicy, planPolicies } from '@leadclock/domain/configuration/plan-policies.js';
import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { parseEvent } from '@leadclock/domain/events/parse-event.js';
import type { EventLog } from '@leadclock/event-log/event-log.js';
import {
  type KeptAnswer,
  type KeyedCommand,
  keepAnswer,
  keptAnswer,
  takeKey,
  waitForTurn,
} from '@leadclock/read-model/outside/idempotency.table.js';
import { putIntoSpool } from '@leadclock/read-model/outside/spool.table.js';
import type { Clock } from '@leadclock/runtime/tokens.js';
import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import { AWAY, again } from '../commands/once.js';
import type { Fault } from '../door/problem.js';
import { errorCode } from '../error-code.js';
import { type CurrentPolicy, setMeanwhile } from './current-policy.js';
import { ConfigurationUnknown, knownConfiguration } from './known-configuration.js';

/** Source of every policy that was set here. */
const SOURCE = '/leadclock/policies';

/** Policies that somebody sets together; `digest` is of the whole body, `key` that under which he may send it again. */
export interface SentPolicies {
  readonly asked: AskedPolicies;
  readonly person: string;
  readonly key: string;
  readonly digest: string;
}

/** 202: durable, as JSON; problems: nothing was set, nor with `current`: others were faster, and that is how their policies are by now. */
export type Settled = Pick<KeptAnswer, 'answer'> | Refusal | Fault;

interface Refusal {
  readonly problems: readonly PlacedProblem[];
  readonly current?: readonly CurrentPolicy[];
}

export interface SettingParts {
  readonly dataSource: DataSource;
  readonly configLog: EventLog;
  readonly clock: Clock;
  readonly logger: Logger;
  /** called once events lie in the spool */
  readonly onSpooled: () => void;
}

/** Leaves the transaction without a trace: the key stays free. */
class Unset extends Error {
  constructor(readonly refusal: Refusal) {
    super('the policies cannot be set');
  }
}

/**
 * Sets policies: all of them are checked against what was accepted before, and their events lie in the spool in one transaction, or none does. One
 * at a time does so, each seeing what the one before has set.
 */
export async function setPolicies(parts: SettingParts, sent: SentPolicies): Promise<Settled> {
  try {
    const { settled, written } = await parts.dataSource.transaction((em) => setOnce(em, parts, sent));
    if (written > 0) parts.onSpooled();
    return settled;
  } catch (error) {
    if (error instanceof Unset) return error.refusal;
    if (!(error instanceof ConfigurationUnknown) && errorCode(error) === (error instanceof Error ? error.name : '')) throw error;
    parts.logger.warn({ reason: errorCode(error) }, 'policies could not be set');
    return AWAY;
  }
}

interface Outcome {
  readonly settled: Settled;
  /** events that were put into the spool */
  readonly written: number;
}

async function setOnce(em: EntityManager, { configLog, clock }: SettingParts, sent: SentPolicies): Promise<Outcome> {
  const at = clock();
  const event = sha256(`${sent.person}\u0000${sent.key}`).slice(0, 32);
  const keyed: KeyedCommand = { ...sent, command: 'policies', lead: '', rep: '', event, at };
  if (!(await takeKey(em, keyed))) {
    const kept = await keptAnswer(em, keyed);
    return { settled: kept === null ? AWAY : again(kept, keyed), written: 0 };
  }
  await waitForTurn(em, SOURCE);
  const configuration = await knownConfiguration(em, configLog);
  const { entries, judgesHistory } = sent.asked;
  const { policies, problems, conflicts } = planPolicies(entries, { configuration, at, judgesHistory });
  if (conflicts.length > 0) throw new Unset(setMeanwhile(entries, conflicts, configuration, at));
  if (problems.length > 0) throw new Unset({ problems });
  const records = policies.flatMap((policy, index) => recordsOf(policy, index, keyed));
  await putIntoSpool(
    em,
    records.map((record) => ({ ...record, topic: configLog.topic })),
  );
  const answer = JSON.stringify({ policies: policies.map((policy, index) => toldOf(policy, index, keyed)) });
  await keepAnswer(em, keyed, { status: 202, answer });
  return { settled: { answer }, written: records.length };
}

/** The events of a policy: several of one policy follow each other in their names. */
function recordsOf({ policy, told }: PlannedPolicy, index: number, { event, at }: KeyedCommand) {
  return told.map((data, place) => {
    const id = idOf(event, index, place);
    const input = { specversion: '1.0', id, source: SOURCE, type: 'policy.set', subject: policy, time: writeInstant(at), data };
    const parsed = parseEvent(input, { now: at, recordedTime: at });
    if (!parsed.ok) throw new Unset({ problems: [{ index, path: parsed.path.replace('$.data', '$'), problem: parsed.problem }] });
    return { key: policy, value: encodeEvent(parsed.event) };
  });
}

/** A removal is told again for later days, a new policy has a version ahead: the answer names the one that takes effect. */
const toldOf = ({ policy, change, effect, told }: PlannedPolicy, index: number, { event }: KeyedCommand) => ({
  policy,
  change,
  event: told.length === 0 ? null : { source: SOURCE, id: idOf(event, index, change === 'removed' ? 0 : told.length - 1) },
  effective_at: writeInstant(effect),
});

const idOf = (event: string, index: number, place: number): string => `${event}-${index + 1}-${place + 1}`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
