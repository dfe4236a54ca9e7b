import { listIn, memberIn } from '../../console/json.js';
import { type CallsThatAnswer, usualCalls } from '../log-effect.js';

/** Which calls answer a lead, as `GET /v1/leads/:id` says it; what is missing is as usual. */
export function readCallsThatAnswer(body: unknown): CallsThatAnswer {
  const policy = memberIn(body, 'policy');
  if (typeof policy !== 'object' || policy === null) return usualCalls;
  const unless = listIn(policy, 'unless').filter((code) => typeof code === 'string');
  return { none: !(listIn(policy, 'outbound').includes('call') && listIn(policy, 'actors').includes('human')), unless };
}
