import { isRep } from '@leadclock/domain/alerts/reaches.js';
import type { AlertMessage } from './alert-message.js';
import { type Place, spokenBy, wordingOf } from './message-words.js';

/** What a browser is told, encrypted for it alone; the worker that it has from us shows it. A lead is named by its id, as in mail. */
export interface PushPayload {
  readonly alert_id: string;
  /** empty: it is a test */
  readonly lead: string;
  readonly says: AlertMessage['says'];
  readonly title: string;
  readonly body: string;
  readonly language: string;
  /** who takes the lead with one press; null: whoever hears it is no rep */
  readonly rep: string | null;
  /** null: the lead cannot be taken by this */
  readonly claim: { readonly label: string; readonly assignment: { readonly source: string; readonly id: string } | null } | null;
  /** what the button says that opens the lead */
  readonly open: string;
}

/** What stands on the buttons: short, as a phone cuts what is long. */
const buttons = {
  en: { claim: 'Claim', open: 'Open' },
  es: { claim: 'Tomar', open: 'Abrir' },
  ru: { claim: 'Взять', open: 'Открыть' },
} as const;

export function pushPayload(message: AlertMessage, listener: string, asked: string, place: Place): PushPayload {
  const { alert, lead, says, claim } = message;
  const language = spokenBy(asked);
  const { subject, lines } = wordingOf(message, language, place);
  const { claim: label, open } = buttons[language];
  return {
    alert_id: alert,
    lead,
    says,
    title: subject,
    body: lines.join('\n'),
    language,
    rep: isRep(listener) ? listener : null,
    claim: claim === undefined ? null : { label, assignment: claim.assignment },
    open,
  };
}
