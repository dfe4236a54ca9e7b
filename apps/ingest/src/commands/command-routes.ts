import { RepId, subjectProblem } from '@leadclock/domain/events/ids.js';
import { problemOf } from '@leadclock/domain/events/problem.js';
import { pageRefusal } from '@leadclock/runtime/own-page.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { jsonOf, readerFault } from '../door/body.js';
import { answerFaults, askForKey, type DoorRoutes, readBytes, release } from '../door/door-routes.js';
import { type Fault, sendProblem } from '../door/problem.js';
import { commands as counted } from '../metrics.js';
import { type Asked, type CommandName, commandBodies } from './command-bodies.js';
import { type Commands, NO_LEAD, type Sent } from './commands.js';
import { idempotencyKey } from './idempotency-key.js';
import type { Decided } from './once.js';
import { type RepStatusBody, repStatusBody } from './rep-status-body.js';

/** A note has 10,000 characters at most. */
const LARGEST_COMMAND = 64 * 1024;
const ALLOWED = 'send application/json, one object';

interface CommandRoutes extends Pick<DoorRoutes, 'keyring' | 'admission' | 'logger'> {
  readonly commands: Commands;
  /** what people type (LEADCLOCK_PUBLIC_URL): pages of that address need no key, nor do those of the address that is listened on */
  readonly publicUrl: string | null;
}

type CommandRequest = FastifyRequest<{ Body: Buffer | undefined; Params: { lead: string } }>;
type StatusRequest = FastifyRequest<{ Body: Buffer | undefined; Params: { rep: string } }>;

/** `POST /v1/leads/:lead/claim` and its like, what people do with a lead; and `POST /v1/reps/:rep/status`, what they do themselves. */
export function commandRoutes(scope: FastifyInstance, { commands, keyring, admission, logger, publicUrl }: CommandRoutes): void {
  askForKey(scope, { keyring, admission }, (request) => pageRefusal(request, publicUrl));
  answerFaults(scope, admission, logger, (code) => readerFault(code, LARGEST_COMMAND, ALLOWED));
  readBytes(scope, ['application/json'], LARGEST_COMMAND);
  const route = (command: CommandName, read: (body: unknown) => Asked | Fault) =>
    scope.post(`/v1/leads/:lead/${command}`, async (request: CommandRequest, reply) => {
      const sent = sentIn(request, read);
      const decided = 'detail' in sent ? sent : await commands.decide(sent);
      release(request, admission);
      return answerCommand(reply, command, decided);
    });
  route('claim', (body) => parsed(commandBodies.claim, body, (read) => ({ command: 'claim', body: read })));
  route('release', (body) => parsed(commandBodies.release, body, (read) => ({ command: 'release', body: read })));
  route('offer', (body) => parsed(commandBodies.offer, body, (read) => ({ command: 'offer', body: read })));
  route('accept', (body) => parsed(commandBodies.accept, body, (read) => ({ command: 'accept', body: read })));
  route('decline', (body) => parsed(commandBodies.decline, body, (read) => ({ command: 'decline', body: read })));
  route('touchpoints', (body) => parsed(commandBodies.touchpoints, body, (read) => ({ command: 'touchpoints', body: read })));
  route('undo', (body) => parsed(commandBodies.undo, body, (read) => ({ command: 'undo', body: read })));
  route('disqualify', (body) => parsed(commandBodies.disqualify, body, (read) => ({ command: 'disqualify', body: read })));
  route('dispute', (body) => parsed(commandBodies.dispute, body, (read) => ({ command: 'dispute', body: read })));
  route('decide', (body) => parsed(commandBodies.decide, body, (read) => ({ command: 'decide', body: read })));
  route('call-back', (body) => parsed(commandBodies['call-back'], body, (read) => ({ command: 'call-back', body: read })));
  route('snooze', (body) => parsed(commandBodies.snooze, body, (read) => ({ command: 'snooze', body: read })));
  route('acknowledge', (body) => parsed(commandBodies.acknowledge, body, (read) => ({ command: 'acknowledge', body: read })));
  route('shown', (body) => parsed(commandBodies.shown, body, (read) => ({ command: 'shown', body: read })));
  route('pause', (body) => parsed(commandBodies.pause, body, (read) => ({ command: 'pause', body: read })));
  route('resume', (body) => parsed(commandBodies.resume, body, (read) => ({ command: 'resume', body: read })));

  scope.post('/v1/reps/:rep/status', async (request: StatusRequest, reply) => {
    const decided = await setStatus(request);
    release(request, admission);
    return answerCommand(reply, 'status', decided);
  });

  async function setStatus(request: StatusRequest): Promise<Decided | Fault> {
    const given = keyed(request, (body): RepStatusBody | Fault => parsed(repStatusBody, body, (read) => read));
    if ('detail' in given) return given;
    const rep = RepId.safeParse(request.params.rep);
    if (!rep.success) return { status: 400, detail: `the id of the rep ${rep.error.issues[0]?.message ?? ''}` };
    return commands.setStatus(rep.data, given.read, { key: given.key, person: personOf(request, given.read.by ?? rep.data) });
  }
}

function sentIn(request: CommandRequest, read: (body: unknown) => Asked | Fault): Sent | Fault {
  const given = keyed(request, read);
  if ('detail' in given) return given;
  const { key, read: asked } = given;
  const { lead } = request.params;
  return subjectProblem(lead) === null ? { ...asked, lead, person: personOf(request, asked.body.rep), key } : NO_LEAD;
}

/** The key under which a request comes, and what it says. */
function keyed<T extends object>(
  { headers, body }: CommandRequest | StatusRequest,
  read: (body: unknown) => T | Fault,
): { readonly key: string; readonly read: T } | Fault {
  const key = idempotencyKey(headers['idempotency-key']);
  if (typeof key !== 'string') return key;
  const json = jsonOf(body, ALLOWED);
  if ('detail' in json) return json;
  const asked = read(json.value);
  return 'detail' in asked ? asked : { key, read: asked };
}

/** Until people have accounts a page is whoever it says that it is. */
const personOf = ({ keyId }: CommandRequest | StatusRequest, rep: string): string => (keyId === '' ? `page:${rep}` : `key:${keyId}`);

function parsed<T, A>(schema: z.ZodType<T>, body: unknown, asked: (read: T) => A): A | Fault {
  const read = schema.safeParse(body);
  if (read.success) return asked(read.data);
  const { path, problem } = problemOf(read.error, schema, body, '$');
  return { status: 400, detail: `${path} ${problem}` };
}

const Members = z.looseObject({ problem: z.string() });

function answerCommand(reply: FastifyReply, command: CommandName | 'status', decided: Decided | Fault): FastifyReply {
  if ('detail' in decided) return sendProblem(reply, decided);
  counted.inc({ command, status: String(decided.status) });
  if (decided.status === 202) return reply.code(202).header('content-type', 'application/json; charset=utf-8').send(decided.answer);
  const members = Members.parse(JSON.parse(decided.answer));
  return sendProblem(reply, { status: 409, detail: members.problem }, members);
}
