import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Received } from './receiver.js';

/** How a chat's webhook answers a message, as the service behind it does. */
type Judge = (received: Received) => { readonly status: number; readonly body: string };

const text = z.string().min(1).max(3_000);
const url = z.url({ protocol: /^https?$/ });
const styled = z.strictObject({ type: z.literal('text'), text, style: z.strictObject({ bold: z.boolean() }).optional() });
const section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(z.union([styled, z.strictObject({ type: z.literal('link'), url, text })])).min(1),
});
const plain = z.strictObject({ type: z.enum(['mrkdwn', 'plain_text']), text, verbatim: z.boolean().optional() });
const blocks = z
  .array(
    z.union([
      z.strictObject({ type: z.literal('rich_text'), elements: z.array(section).min(1) }),
      z.strictObject({ type: z.literal('section'), text: plain }),
    ]),
  )
  .max(50);
const SlackMessage = z.strictObject({ text: z.string().min(1).max(40_000), mrkdwn: z.boolean().optional(), blocks: blocks.optional() });

/** An incoming webhook of Slack (docs.slack.dev): it answers "ok", or with which of its limits the body does not keep to. */
export const slack: Judge = ({ headers, body }) => {
  if (!headers['content-type']?.startsWith('application/json')) return { status: 400, body: 'invalid_payload' };
  const message = parsed(body);
  if (message === undefined) return { status: 400, body: 'invalid_payload' };
  return SlackMessage.safeParse(message).success ? { status: 200, body: 'ok' } : { status: 400, body: 'invalid_blocks' };
};

const words = z.string().min(1);
const TextBlock = z.strictObject({ type: z.literal('TextBlock'), text: words, wrap: z.boolean().optional(), weight: words.optional() });
const TextRun = z.strictObject({ type: z.literal('TextRun'), text: words, weight: z.enum(['Lighter', 'Default', 'Bolder']).optional() });
const RichTextBlock = z.strictObject({ type: z.literal('RichTextBlock'), inlines: z.array(TextRun).min(1) });
const AdaptiveCard = z.strictObject({
  $schema: url,
  type: z.literal('AdaptiveCard'),
  version: z.enum(['1.2', '1.3', '1.4', '1.5']),
  body: z.array(z.union([TextBlock, RichTextBlock])).min(1),
  actions: z.array(z.strictObject({ type: z.literal('Action.OpenUrl'), title: words, url })),
});
const TeamsMessage = z.strictObject({
  type: z.literal('message'),
  attachments: z.tuple([z.strictObject({ contentType: z.literal('application/vnd.microsoft.card.adaptive'), content: AdaptiveCard })]),
});

/** The webhook of a Workflow of Teams (learn.microsoft.com, "Post a card when a webhook request is received"): it takes a card of at most 28 KB. */
export const teams: Judge = ({ headers, body }) => {
  const refused = (status: number, code: string) => ({
    status,
    body: JSON.stringify({ error: { code, message: 'The request is not valid.' } }),
  });
  if (!headers['content-type']?.startsWith('application/json')) return refused(400, 'InvalidRequestContent');
  if (Buffer.byteLength(body) > 28 * 1_024) return refused(413, 'RequestEntityTooLarge');
  return TeamsMessage.safeParse(parsed(body)).success ? { status: 202, body: '' } : refused(400, 'TriggerInputSchemaMismatch');
};

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Answers as the service does that judges what came. */
export function answerAs(judge: Judge, response: ServerResponse, received: Received): void {
  const { status, body } = judge(received);
  response.writeHead(status, { 'content-type': body.startsWith('{') ? 'application/json' : 'text/plain' }).end(body);
}
