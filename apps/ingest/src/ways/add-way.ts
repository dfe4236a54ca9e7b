import { canonicalJson } from '@leadclock/domain/events/canonical-json.js';
import { textDigest } from '@leadclock/domain/events/identity.js';
import { type AskedWay, readAskedWay, type WayProblem } from '@leadclock/domain/ways/asked-way.js';
import { type KeyedCommand, keepAnswer, keptAnswer, takeKey } from '@leadclock/read-model/outside/idempotency.table.js';
import { addWay } from '@leadclock/read-model/outside/way.table.js';
import { newSecret } from '@leadclock/runtime/outgoing/webhook-secret.js';
import type { EntityManager } from 'typeorm';
import { AWAY, again, type Decided } from '../commands/once.js';
import type { Fault } from '../door/problem.js';
import { aroundWay, keptOf, type WayParts } from './keep-way.js';

/** Whose key it is under which he may send the same again. */
interface SenderKey {
  readonly person: string;
  readonly key: string;
}

/** 201 with the way and its secret, as JSON; problems: nothing was set up, and the key stays free. */
type Added = Decided | { readonly problems: readonly WayProblem[] } | Fault;

/** Leaves the transaction without a trace; problems: none if another has come first with the same name. */
class NotAdded extends Error {
  constructor(readonly problems: readonly WayProblem[]) {
    super('the way was not added');
  }
}

/**
 * Sets up a way as somebody asks for it, by whatever door he comes; under a key (null: he gives none) once, with the same answer each time. Throws
 * ConfigurationUnknown while nobody knows who is there.
 */
export async function addAskedWay(parts: WayParts, body: unknown, sender: SenderKey | null): Promise<Added> {
  const keyed = sender === null ? null : keyedOf(sender, body, parts.clock());
  const before = keyed === null ? null : await keptAnswer(parts.dataSource, keyed);
  if (keyed !== null && before !== null) return again(before, keyed);
  // where an address leads is found out before: a transaction does not wait for names
  const read = readAskedWay(body, await aroundWay(parts, body));
  try {
    return await parts.dataSource.transaction(async (em) => {
      // the same may have been sent twice at once
      if (keyed !== null && !(await takeKey(em, keyed))) {
        const kept = await keptAnswer(em, keyed);
        return kept === null ? AWAY : again(kept, keyed);
      }
      if (!read.ok) throw new NotAdded(read.problems);
      const decided = await put(em, read.value);
      if (keyed !== null) await keepAnswer(em, keyed, decided);
      return decided;
    });
  } catch (error) {
    if (!(error instanceof NotAdded)) throw error;
    return error.problems.length > 0 ? { problems: error.problems } : addAskedWay(parts, body, sender);
  }
}

async function put(em: EntityManager, asked: AskedWay): Promise<Decided> {
  const { way, kind, listener, address, language } = asked;
  const secret = kind === 'webhook' ? newSecret() : null;
  if (!(await addWay(em, { id: way, kind, listener, address, language, secret }))) throw new NotAdded([]);
  return { status: 201, answer: JSON.stringify(keptOf(asked, secret)) };
}

const keyedOf = ({ person, key }: SenderKey, body: unknown, at: number): KeyedCommand => ({
  person,
  key,
  digest: textDigest(`way\n${canonicalJson(body)}`),
  command: 'way',
  lead: '',
  rep: '',
  event: '',
  at,
});
