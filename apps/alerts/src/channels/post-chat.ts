import { type Answer, type Posting, postGuarded } from './post-guarded.js';
import { failed, type Sent } from './sent.js';
import { takenOrSentOn } from './taken-or-sent-on.js';

/** Longer than this no chat gives its reason. */
const HEARD = 1_000;

/**
 * Refused for good, and of the whole webhook: it may not post there, was taken away, or its channel was. It can be sent again by hand, once that is put right.
 */
const ENDED = [401, 403, 404, 410];
/** Refused for good, and only this message. */
const MALFORMED = [400, 413];

/** Posts a message to Slack or to Teams, which say why they refuse one. */
export const postChat = (url: string, body: string, posting: Posting): Promise<Sent> =>
  postGuarded({ url, body, headers: { 'content-type': 'application/json' }, hears: HEARD }, posting, judged);

function judged({ status, retryAfterMs: waits, said }: Answer): Sent {
  const usual = takenOrSentOn(status);
  if (usual !== null) return usual;
  const reason = status === 429 ? null : reasonIn(said);
  return failed(reason === null ? `answered ${status}` : `answered ${status}: ${reason}`, {
    isFinal: ENDED.includes(status) || MALFORMED.includes(status),
    isOnlyThis: MALFORMED.includes(status),
    retryAfterMs: waits,
    isBusy: status === 429,
  });
}

/** The code that a refusal is given with, as Slack says it (`no_service`) and as Teams does (`{"error":{"code":…}}`); null: none, or words, which may hold anything. */
function reasonIn(said: string): string | null {
  const [, code = said.trim()] = /"code"\s*:\s*"([^"]*)"/.exec(said) ?? [];
  return /^[A-Za-z][A-Za-z_]{2,60}$/.test(code) ? code : null;
}
