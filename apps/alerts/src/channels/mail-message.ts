import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { AlertMessage } from './alert-message.js';
import { type Place, wordingOf } from './message-words.js';

/** A message as mail: plain and HTML, one content. Mail that is sent again has the same Message-ID, and what takes an alert back answers it. */
export function mailOf(
  message: AlertMessage,
  { address, language, from, place }: { readonly address: string; readonly language: string; readonly from: string; readonly place: Place },
): SendMailOptions {
  const { subject, lines, open } = wordingOf(message, language, place);
  const idOf = (what: string): string => {
    const unique = createHash('sha256').update(`${message.alert} ${what} ${address}`).digest('hex').slice(0, 32);
    return `<${unique}@${from.slice(from.lastIndexOf('@') + 1)}>`;
  };
  const isEnd = message.says === 'retracted';
  const told = isEnd ? idOf('raised') : null;
  return {
    from: { name: 'Leadclock', address: from },
    to: { name: '', address },
    subject,
    messageId: idOf(isEnd ? 'retracted' : 'raised'),
    ...(told === null ? {} : { inReplyTo: told, references: told }),
    // answers of machines to a machine help nobody
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Leadclock-Alert': message.alert },
    text: [...lines, ...(open === null ? [] : ['', `${open}: ${message.link}`]), ''].join('\n'),
    html: htmlOf({ language, subject, lines, open, link: message.link }),
  };
}

interface Page {
  readonly language: string;
  readonly subject: string;
  readonly lines: readonly string[];
  readonly open: string | null;
  readonly link: string;
}

function htmlOf({ language, subject, lines, open, link }: Page): string {
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  const button = open === null ? '' : `\n<p><a href="${escaped(link)}">${escaped(open)}</a></p>`;
  return `<!doctype html>
<html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="font:16px/1.5 sans-serif;color:#1a1a1a">
<h1 style="font-size:20px">${escaped(subject)}</h1>
${paragraphs}${button}
</body></html>
`;
}

/** Text of others in HTML: a lead's id may hold anything. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
