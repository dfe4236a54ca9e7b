import { due, lateMessage as message } from '../testing/late-message.js';
import { webhookBody } from './webhook-body.js';

const body = (kind: 'slack' | 'teams', language: string, lead: string = message.lead) =>
  JSON.parse(webhookBody(kind, { ...message, lead }, language, { zone: 'UTC', locale: null }, due));

/** Ids that somebody outside has chosen: in the language of one chat or the other each would be more than text. */
const hostile = [
  '[x](http://evil.example)',
  '*b* _i_ ~s~ `c`',
  '<!channel>',
  '<@U1>',
  '<http://evil.example|x>',
  '@channel',
  ':joy:',
  '# 1. - <b>',
];

describe('what Slack is told', () => {
  it('is the words in bold, the lines, and a link with words of its own', () => {
    expect(body('slack', 'es').blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'El lead <L&7> lleva retraso: nadie lo ha respondido', style: { bold: true } },
              { type: 'text', text: '\nSu plazo venció: 2 nov 2026, 9:05 (UTC).' },
              { type: 'text', text: '\n' },
              { type: 'link', url: message.link, text: 'Abrir el lead' },
            ],
          },
        ],
      },
    ]);
  });

  it.each(hostile)('has %s in an id as text alone, and in what a notification shows escaped, without formatting', (lead) => {
    const { text, mrkdwn, blocks } = body('slack', 'en', lead);
    expect(blocks[0].elements[0].elements[0]).toEqual({
      type: 'text',
      text: `Lead ${lead} is late: nobody has answered it`,
      style: { bold: true },
    });
    expect(mrkdwn).toBe(false);
    expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
    expect(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toContain(lead);
  });
});

describe('what Teams is told', () => {
  it('is a card with a way to the lead', () => {
    const { type, attachments } = body('teams', 'ru');
    expect([type, attachments.length, attachments[0].contentType]).toEqual(['message', 1, 'application/vnd.microsoft.card.adaptive']);
    const { actions, body: blocks } = attachments[0].content;
    expect(blocks).toEqual([
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Лид <L&7> просрочен: на него никто не ответил', weight: 'Bolder' }] },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: expect.stringContaining('Срок ответа истёк') }] },
    ]);
    expect(actions).toEqual([{ type: 'Action.OpenUrl', title: 'Открыть лид', url: message.link }]);
  });

  it.each(hostile)('has %s in an id only where no Markdown is read', (lead) => {
    const { content } = body('teams', 'en', lead).attachments[0];
    const readsMarkdown = content.body.filter(({ type }: { type: string }) => type !== 'RichTextBlock');
    expect(readsMarkdown).toEqual([]);
    expect(content.body[0].inlines[0].text).toBe(`Lead ${lead} is late: nobody has answered it`);
    expect(JSON.stringify(content.actions)).not.toContain(lead);
  });
});
