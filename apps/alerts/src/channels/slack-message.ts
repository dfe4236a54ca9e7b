import type { Wording } from './message-words.js';

/** Bodies of JSON for Slack's incoming webhooks (docs.slack.dev, "Sending messages using incoming webhooks"). */
export function slackMessage({ subject, lines, open }: Wording, link: string) {
  return {
    // what a notification shows; without mrkdwn nothing of a lead's id is a sign, but three characters are read all the same
    text: escaped(subject),
    mrkdwn: false,
    blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: elementsOf({ subject, lines, open }, link) }] }],
  };
}

/**
 * A block of rich text says apart what is bold, what is a link and what is text, in which nothing is a sign: mrkdwn cannot escape `*`, `_`, `~` and
 * backticks, and makes links and mentions of what looks like them.
 */
function elementsOf({ subject, lines, open }: Wording, link: string): readonly object[] {
  const told = lines.map((line) => ({ type: 'text', text: `\n${line}` }));
  const opens =
    open === null
      ? []
      : [
          { type: 'text', text: '\n' },
          { type: 'link', url: link, text: open },
        ];
  return [{ type: 'text', text: subject, style: { bold: true } }, ...told, ...opens];
}

/** As Slack wants text to be escaped: so `<!channel>` rings nobody. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
