import type { DataSource, EntityManager } from 'typeorm';

/** A command under its key. `person`: whose key it is; two people may use the same. */
export interface KeyedCommand {
  readonly person: string;
  readonly key: string;
  /** of all that was asked for: the same key with another digest is another command */
  readonly digest: string;
  readonly command: string;
  readonly lead: string;
  readonly rep: string;
  /** id of the event that it writes */
  readonly event: string;
  /** epoch ms */
  readonly at: number;
}

/** What was answered to a key. */
export interface KeptAnswer {
  readonly digest: string;
  readonly status: number;
  readonly answer: string;
}

const DAY_MS = 86_400_000;
/** Each command takes away a few old ones, so that nobody has to sweep. */
const SWEPT_AT_ONCE = 10;

/** What was answered to this key; null: it is new. */
export async function keptAnswer(
  from: DataSource | EntityManager,
  { person, key }: Pick<KeyedCommand, 'person' | 'key'>,
): Promise<KeptAnswer | null> {
  const [row] = await from.query<KeptAnswer[]>('select digest, status, answer from idempotency where person = $1 and key = $2', [
    person,
    key,
  ]);
  return row ?? null;
}

/** Takes the key for this transaction, after waiting for another that has it; false: it was used. `keepAnswer` must follow. */
export async function takeKey(em: EntityManager, command: KeyedCommand): Promise<boolean> {
  const { person, key, digest, lead, rep, event, at } = command;
  await em.query(
    `delete from idempotency where (person, key) in
       (select person, key from idempotency where at < to_timestamp($1 / 1000.0) order by at limit ${SWEPT_AT_ONCE} for update skip locked)`,
    [at - DAY_MS],
  );
  const taken = await em.query<unknown[]>(
    `insert into idempotency (person, key, digest, command, lead, rep, event, status, answer, at)
     values ($1, $2, $3, $4, $5, $6, $7, 0, '', to_timestamp($8 / 1000.0)) on conflict do nothing returning key`,
    [person, key, digest, command.command, lead, rep, event, at],
  );
  return taken.length > 0;
}

/** Keeps the answer beside the key that this transaction has taken. */
export async function keepAnswer(
  em: EntityManager,
  { person, key }: Pick<KeyedCommand, 'person' | 'key'>,
  { status, answer }: Pick<KeptAnswer, 'status' | 'answer'>,
): Promise<void> {
  await em.query('update idempotency set status = $3, answer = $4 where person = $1 and key = $2', [person, key, status, answer]);
}

/** A command that was done: whose it was, and when its event happened (epoch ms). */
export interface DoneCommand {
  readonly rep: string;
  readonly at: number;
}

/** What a command of the last day said that wrote this event, or was answered with it, before the read model may know of it; null: none. */
export async function doneCommand(
  em: EntityManager,
  { lead, command, event }: Pick<KeyedCommand, 'lead' | 'command' | 'event'>,
): Promise<DoneCommand | null> {
  const [row] = await em.query<DoneCommand[]>(
    `select rep, (extract(epoch from (answer::json ->> 'at')::timestamptz) * 1000)::bigint as at from idempotency
     where event = $1 and lead = $2 and command = $3 and status = 202 limit 1`,
    [event, lead, command],
  );
  return row ?? null;
}

/** Lets those who would write one and the same event do it one after the other, each once the one before has committed. */
export async function waitForTurn(em: EntityManager, event: string): Promise<void> {
  await em.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [event]);
}
