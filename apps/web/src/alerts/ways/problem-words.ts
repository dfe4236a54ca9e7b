import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { WayProblem } from './tell-way.js';

/** What is wrong with a field by the server's code for it. */
const words: Readonly<Record<string, MessageDescriptor>> = {
  missing: msg`Fill this in.`,
  name: msg`A name has letters, digits, dots, underscores and dashes, 1 to 64 of them.`,
  taken: msg`There is a way of this name: change that one, or choose another name.`,
  'no-mail-server': msg`No mail server is set: LEADCLOCK_SMTP_URL and LEADCLOCK_MAIL_FROM name it, from the next start on.`,
  listener: msg`Choose whom it is for.`,
  'no-rep': msg`There is no such person (any more).`,
  'no-team': msg`There is no such team.`,
  'no-screen': msg`There is no such screen: no policy tells it, and no board has this name.`,
  'too-long': msg`This is too long: 2,000 characters at most.`,
  'no-email': msg`This is no e-mail address.`,
  'no-url': msg`This is no URL: copy it whole, with https://`,
  'not-https': msg`It must begin with https://; only addresses that LEADCLOCK_WEBHOOK_ALLOW names are reached without.`,
  'not-public': msg`This leads to a private address. Only those that LEADCLOCK_WEBHOOK_ALLOW names are reached.`,
  password: msg`Take the name and the password out of the URL: they are not sent, as webhooks are signed.`,
};

/** What is wrong with a field in the language on screen; what only the server has words for stands as it says it. */
export function useWayProblemWords(): (problem: WayProblem) => string {
  const { i18n } = useLingui();
  return ({ path, code, problem }) => {
    const found = words[code];
    return found === undefined ? `${path.replace(/^\$\.?/, '')} ${problem}` : i18n._(found);
  };
}
