import { writeInstant } from '@leadclock/domain/events/instant.js';
import type { WayKind } from '@leadclock/read-model/outside/way.table.js';
import type { AlertMessage } from './alert-message.js';
import { type Place, wordingOf } from './message-words.js';
import { slackMessage } from './slack-message.js';
import { teamsMessage } from './teams-message.js';

/** What is posted to a webhook: to programs what happened, as data, and to chats words. `at`: epoch ms. */
export function webhookBody(
  kind: Exclude<WayKind, 'email' | 'push'>,
  message: AlertMessage,
  language: string,
  place: Place,
  at: number,
): string {
  if (kind === 'webhook') return JSON.stringify(forPrograms(message, at));
  const wording = wordingOf(message, language, place);
  return JSON.stringify(kind === 'slack' ? slackMessage(wording, message.link) : teamsMessage(wording, message.link));
}

function forPrograms({ says, alert, lead, step, dueAt, raisedAt, targetAt, to, link }: AlertMessage, at: number) {
  const what = says === 'resolved' || says === 'retracted' || says === 'test' ? says : 'raised';
  const data =
    says === 'test'
      ? { alert_id: alert }
      : {
          alert_id: alert,
          lead,
          step,
          due_at: writeInstant(dueAt),
          raised_at: writeInstant(raisedAt),
          target_at: targetAt === null ? null : writeInstant(targetAt),
          to,
          url: link,
        };
  return { type: `alert.${what}`, timestamp: writeInstant(at), data };
}
