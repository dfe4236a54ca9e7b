import { createHash } from 'node:crypto';
import {
  type AskedPolicies,
  type PlacedProblem,
  readAskedPolicies,
  refusalOfPolicies,
} from '@leadclock/domain/configuration/asked-policies.js';
import { canonicalJson } from '@leadclock/domain/events/canonical-json.js';
import { pageRefusal } from '@leadclock/runtime/own-page.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { idempotencyKey } from '../commands/idempotency-key.js';
import { jsonOf, readerFault } from '../door/body.js';
import { answerFaults, askForKey, type DoorRoutes, readBytes, release } from '../door/door-routes.js';
import { type Fault, sendProblem } from '../door/problem.js';
import { seenIn } from '../door/seen-version.js';
import { commands } from '../metrics.js';
import { type SentPolicies, type SettingParts, type Settled, setPolicies } from './set-policies.js';

/** No event is larger. */
const LARGEST_BODY = 256 * 1024;
const ALLOWED = 'send application/json, one object with policies';

interface PolicyRoutes extends SettingParts, Pick<DoorRoutes, 'keyring' | 'admission' | 'logger'> {
  readonly publicUrl: string | null;
}

type PolicyRequest = FastifyRequest<{ Body: Buffer | undefined }>;
type Refused = Fault | { readonly problems: readonly PlacedProblem[] };

/** `POST /v1/policies`: sets one policy or several, all or none. */
export function policyRoutes(scope: FastifyInstance, { keyring, admission, publicUrl, ...parts }: PolicyRoutes): void {
  askForKey(scope, { keyring, admission }, (request) => pageRefusal(request, publicUrl));
  answerFaults(scope, admission, parts.logger, (code) => readerFault(code, LARGEST_BODY, ALLOWED));
  readBytes(scope, ['application/json'], LARGEST_BODY);
  scope.post('/v1/policies', async (request: PolicyRequest, reply) => {
    const sent = sentIn(request);
    const settled = 'asked' in sent ? await setPolicies(parts, sent) : sent;
    release(request, admission);
    return send(reply, settled);
  });
}

function sentIn({ headers, body, keyId }: PolicyRequest): SentPolicies | Refused {
  const key = idempotencyKey(headers['idempotency-key']);
  if (typeof key !== 'string') return key;
  const json = jsonOf(body, ALLOWED);
  if ('detail' in json) return json;
  const read = readAskedPolicies(json.value);
  if (!read.ok) return read;
  const asked = withSeen(read.asked, headers['if-match']);
  if ('detail' in asked) return asked;
  const digest = createHash('sha256').update(canonicalJson(json.value)).digest('hex');
  return { asked, person: keyId === '' ? 'page:policies' : `key:${keyId}`, key, digest };
}

/** `If-Match` says of a single policy what `seen` says of each of several. */
function withSeen(asked: AskedPolicies, header: string | undefined): AskedPolicies | Fault {
  if (header === undefined) return asked;
  const seen = seenIn(header);
  if (typeof seen !== 'number') return seen;
  const [entry, ...others] = asked.entries;
  if (entry === undefined || others.length > 0)
    return { status: 400, detail: 'the header If-Match is for one policy; of several give each its own seen' };
  return { ...asked, entries: [{ ...entry, seen }] };
}

function send(reply: FastifyReply, settled: Settled): FastifyReply {
  if ('answer' in settled) {
    commands.inc({ command: 'policies', status: '202' });
    return reply.code(202).header('content-type', 'application/json; charset=utf-8').send(settled.answer);
  }
  if ('detail' in settled) return sendProblem(reply, settled);
  const refusal = refusalOfPolicies(settled.problems);
  if (settled.current === undefined) return sendProblem(reply, { status: 400, detail: refusal.problem }, refusal);
  return sendProblem(reply, { status: 409, detail: refusal.problem }, { ...refusal, current: settled.current });
}
