import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';

/** What the server says of a failure (`said`; what it captures is {code}) and the words on the page; the first that fits. */
const words: readonly { readonly said: RegExp; readonly words: MessageDescriptor }[] = [
  { said: /^ECONNREFUSED$/, words: msg`nobody listens there (ECONNREFUSED)` },
  { said: /^(ENOTFOUND|EAI_AGAIN)$/, words: msg`nobody knows this name ({code})` },
  { said: /^(ECONNRESET|EPIPE)$/, words: msg`the connection was broken off ({code})` },
  { said: /^(CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_TLS_\w+)$/, words: msg`its certificate is not valid ({code})` },
  { said: /^no answer in (\d+) s$/, words: msg`no answer in {code} s` },
  { said: /^answered (3\d\d): redirects/, words: msg`it answered {code}: redirects are not followed, name the address itself` },
  { said: /^answered (\d+): the browser has no subscription/, words: msg`the browser does not take them any more ({code})` },
  { said: /^answered (410)$/, words: msg`it answered {code}: it wants no more of it` },
  { said: /^answered (429)$/, words: msg`it answered {code}: it takes no more now` },
  { said: /^answered (\d+(?:: \w+)?)$/, words: msg`it answered {code}` },
  { said: /^the connection failed$/, words: msg`the connection failed` },
  { said: /^it has no address$/, words: msg`this name has no address` },
  { said: /^its address is not public/, words: msg`it leads to a private address, which LEADCLOCK_WEBHOOK_ALLOW does not name` },
  { said: /^it must be https/, words: msg`it is not https; only addresses that LEADCLOCK_WEBHOOK_ALLOW names are reached without` },
  { said: /^no mail server is set/, words: msg`no mail server is set` },
  { said: /^the mail server answered (\d+) to RCPT TO/, words: msg`the mail server answered {code}: it does not take the address` },
  { said: /^the mail server answered (\d+)/, words: msg`the mail server answered {code}` },
  { said: /^the mail server did not answer/, words: msg`the mail server did not answer in time` },
  { said: /^the mail server: (\w+)$/, words: msg`the mail server cannot be reached ({code})` },
  { said: /^the push service answered (404|410)/, words: msg`the push service answered {code}: this browser is not subscribed any more` },
  { said: /^the push service answered (\d+)/, words: msg`the push service answered {code}` },
  { said: /^the message could not be encrypted/, words: msg`the browser’s key is none: notifications must be turned on again there` },
  { said: /^nobody has sent it yet/, words: msg`nobody has sent it yet: is a program with alerts running?` },
];

/** Why a message could not be sent, in the language on screen; what only the server has words for stands as it says it. */
export function useFailureWords(): (failure: string) => string {
  const { i18n } = useLingui();
  return (failure) => {
    for (const { said, words: message } of words) {
      const found = said.exec(failure);
      if (found !== null) return i18n._(message.id, { code: found[1] ?? '' });
    }
    return failure;
  };
}
