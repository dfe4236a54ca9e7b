import type { Wording } from './message-words.js';

/**
 * Bodies of JSON for webhooks of Microsoft Teams, of its Workflows and of those before: an Adaptive Card. A TextBlock reads Markdown, in which a lead's
 * id could be a link to anywhere; a RichTextBlock does not.
 */
export function teamsMessage({ subject, lines, open }: Wording, link: string) {
  const block = (text: string, more: object = {}) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, ...more }] });
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [block(subject, { weight: 'Bolder' }), ...lines.map((line) => block(line))],
    actions: open === null ? [] : [{ type: 'Action.OpenUrl', title: open, url: link }],
  };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}
