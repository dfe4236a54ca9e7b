import { writeInstant } from '@leadclock/domain/events/instant.js';
import type { WayKind } from '@leadclock/read-model/outside/way.table.js';
import type { AlertMessage } from './alert-message.js';
import { type Place, wordingOf } from './message-words.js';

/** What is posted to a webhook: to programs what happened, as data, and to chats words. `at`: epoch ms. */
export function webhookBody(
  kind: Exclude<WayKind, 'email' | 'push'>,
  message: AlertMessage,
  language: string,
  place: Place,
  at: number,
): string {
  if (kind === 'webhook') return JSON.stringify(forPrograms(message, at));
  const { subject, lines, open } = wordingOf(message, language, place);
  return JSON.stringify(kind === 'slack' ? forSlack(subject, lines, open, message.link) : forTeams(subject, lines, open, message.link));
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

/** Slack's incoming webhooks: mrkdwn, in which three characters mean something (docs.slack.dev, "Formatting message text"). */
function forSlack(subject: string, lines: readonly string[], open: string | null, link: string) {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const opens = open === null ? [] : [`<${escaped(link)}|${escaped(open)}>`];
  const body = [`*${escaped(subject)}*`, ...lines.map(escaped), ...opens].join('\n');
  return { text: escaped(subject), blocks: [{ type: 'section', text: { type: 'mrkdwn', text: body } }] };
}

/** Incoming webhooks of Microsoft Teams: an Adaptive Card. */
function forTeams(subject: string, lines: readonly string[], open: string | null, link: string) {
  const block = (text: string, more: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...more });
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [block(subject, { weight: 'Bolder' }), ...lines.map((line) => block(line))],
    actions: open === null ? [] : [{ type: 'Action.OpenUrl', title: open, url: link }],
  };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}
