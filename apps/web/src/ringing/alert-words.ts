import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { isCall } from './live-alert.js';

/** What a notification of an alert says, in the page's language. */
export function alertWords(alert: LiveAlert, ahead: boolean): { readonly title: string; readonly body: string } {
  const { name } = alert;
  if (isCall(alert)) return { title: i18n._(msg`Call back ${name}`), body: i18n._(msg`The call was promised for now.`) };
  if (alert.answered === true)
    return { title: i18n._(msg`Nobody has spoken with ${name}`), body: i18n._(msg`An answer was given, no talk yet.`) };
  return ahead
    ? { title: i18n._(msg`${name} is due soon`), body: i18n._(msg`Nobody has answered yet.`) }
    : { title: i18n._(msg`${name} is late`), body: i18n._(msg`The target has passed and nobody has answered.`) };
}
